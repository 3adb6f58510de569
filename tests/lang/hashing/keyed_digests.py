"""hmac, and keys that are made of passwords."""
import hashlib
import hmac
m = hmac.new(b'key', b'The quick brown fox jumps over the lazy dog', 'sha256')
print(m.hexdigest(), m.name, m.digest_size, m.block_size)
n = hmac.new(b'k' * 200, digestmod=hashlib.md5)
n.update(b'a')
o = n.copy()
o.update(b'b')
print(n.hexdigest(), o.hexdigest(), hmac.digest(b'k', b'm', 'sha1').hex())
print(hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'))
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 5).hex(), hashlib.pbkdf2_hmac('sha1', b'p', b's', 2, 50).hex())
