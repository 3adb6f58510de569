def tell(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


class Text(str):
    pass


for args in [(b'a', None), (b'a', 'ascii', None), (b'a', 5), ('a', None), ('a', 'x'), (5, 'x'), (b'a', 'x', 5)]:
    tell(lambda: str(*args))
tell(lambda: str(b'a', errors=None))
tell(lambda: b'a'.decode(None))
tell(lambda: 'a'.encode(None))
tell(lambda: 'a'.encode('ascii', None))
tell(lambda: bytes('a', None))
tell(lambda: bytes('a', 'ascii', None))
tell(lambda: bytearray('a', None))
tell(lambda: bytes('a', encoding=None, errors=None))
tell(lambda: Text(b'a', None))
tell(lambda: Text(b'a', 'ascii', None))
tell(lambda: Text(b'a', encoding=5))
for table in float, list, 5, type, [], 'abc':
    tell(lambda: 'ab'.translate(table))
for name in '\x00', 'a\x00b', '':
    for thing in 'x', int, type('Own', (), {})():
        tell(lambda: getattr(thing, name))
