"""Digests with a key, as RFC 2104 describes them."""

import hashlib as _hashlib

trans_5C = bytes([x ^ 0x5C for x in range(256)])
trans_36 = bytes([x ^ 0x36 for x in range(256)])


class HMAC:
    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, bytes):
            raise TypeError(f'key: expected bytes or bytearray, but got {type(key).__name__!r}')
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        self._inner = self._make(digestmod)
        self._outer = self._make(digestmod)
        self.digest_size = self._inner.digest_size
        self.block_size = self._inner.block_size
        if len(key) > self.block_size:
            short = self._make(digestmod)
            short.update(key)
            key = short.digest()
        key = key + bytes(self.block_size - len(key))
        self._outer.update(key.translate(trans_5C))
        self._inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    def _make(self, digestmod):
        if callable(digestmod):
            return digestmod()
        return _hashlib.new(digestmod if isinstance(digestmod, str) else digestmod.__name__)

    @property
    def name(self):
        return f'hmac-{self._inner.name}'

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        other = object.__new__(HMAC)
        other._inner = self._inner.copy()
        other._outer = self._outer.copy()
        other.digest_size = self.digest_size
        other.block_size = self.block_size
        return other

    def digest(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=''):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError('comparing strings with non-ASCII characters is not supported')
    elif not (isinstance(a, bytes) and isinstance(b, bytes)):
        raise TypeError("unsupported operand types(s) or combination of types: "
                        f"'{type(a).__name__}' and '{type(b).__name__}'")
    return a == b
