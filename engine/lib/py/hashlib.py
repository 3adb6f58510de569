"""Digests of bytes. blake2 and shake are not there."""

import _hashlib

__all__ = ['new', 'algorithms_guaranteed', 'algorithms_available', 'pbkdf2_hmac', 'md5', 'sha1', 'sha224', 'sha256',
           'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512']

algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384',
                         'sha3_512'}
algorithms_available = algorithms_guaranteed | {'ripemd160'}


def new(name, data=b'', **kwargs):
    return _hashlib.new(name.lower() if isinstance(name, str) else name, data)


def _maker(name):
    def make(string=b'', *, usedforsecurity=True):
        return _hashlib.new(name, string)
    make.__name__ = make.__qualname__ = 'openssl_' + name
    return make


md5, sha1, sha224 = _maker('md5'), _maker('sha1'), _maker('sha224')
sha256, sha384, sha512 = _maker('sha256'), _maker('sha384'), _maker('sha512')
sha3_224, sha3_256 = _maker('sha3_224'), _maker('sha3_256')
sha3_384, sha3_512 = _maker('sha3_384'), _maker('sha3_512')


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    import hmac
    size = new(hash_name).digest_size
    length = size if dklen is None else dklen
    if length < 1:
        raise ValueError('key length must be greater than 0.')
    start = hmac.new(password, digestmod=hash_name)
    derived = b''
    block = 0
    while len(derived) < length:
        block += 1
        part = _keyed(start, salt + block.to_bytes(4))
        total = int.from_bytes(part)
        for _ in range(iterations - 1):
            part = _keyed(start, part)
            total ^= int.from_bytes(part)
        derived += total.to_bytes(size)
    return derived[:length]


def _keyed(start, data):
    mac = start.copy()
    mac.update(data)
    return mac.digest()
