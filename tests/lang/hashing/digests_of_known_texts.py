"""Digests in all algorithms."""
import hashlib
for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512'):
    h = hashlib.new(name, b'The quick brown fox')
    print(name, h.hexdigest(), h.digest_size, h.name == name, len(h.digest()))
print(hashlib.sha256(b'').hexdigest(), hashlib.md5(string=b'abc', usedforsecurity=False).hexdigest())
print(hashlib.sha256().block_size, hashlib.sha512().block_size, 'sha256' in hashlib.algorithms_available)
