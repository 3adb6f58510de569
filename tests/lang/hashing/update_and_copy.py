"""A digest may be asked in between, and copied."""
import hashlib
h = hashlib.sha256()
for part in (b'hello ', b'big ', b'world'):
    h.update(part)
    print(h.hexdigest()[:16])
other = h.copy()
other.update(b'!')
print(h.hexdigest() == hashlib.sha256(b'hello big world').hexdigest(), other.digest() == hashlib.sha256(b'hello big world!').digest())
print(repr(h).split(' @')[0], hashlib.sha1(b'x' * 1000).hexdigest())
for call in (lambda: h.update('text'), lambda: hashlib.md5('text'), lambda: h.update(5), lambda: hashlib.new('nothing')):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
