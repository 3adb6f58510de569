"""UUIDs that depend on nothing but their arguments."""
import uuid
u = uuid.UUID('12345678-1234-5678-1234-567812345678')
print(u, repr(u), u.hex, u.int, u.bytes, u.bytes_le, u.urn, u.fields, u.variant, u.version, u.time, u.clock_seq, u.node)
print(uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'), uuid.uuid3(uuid.NAMESPACE_URL, 'http://x.y'), uuid.uuid5(uuid.NAMESPACE_OID, 'a').version)
print(uuid.UUID(int=2 ** 100), uuid.UUID(bytes=bytes(range(16))) < u, u == uuid.UUID('{12345678123456781234567812345678}'), hash(u) == hash(u.int), int(u) == u.int)
print(uuid.UUID(bytes_le=u.bytes_le) == u, uuid.UUID(fields=u.fields) == u, len({u, uuid.UUID(u.hex)}))
for call in (lambda: uuid.UUID('12'), lambda: uuid.UUID(), lambda: uuid.UUID(int=2 ** 128), lambda: uuid.UUID(bytes=b'a'), lambda: setattr(u, 'int', 5), lambda: uuid.UUID(int=1, version=9)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
