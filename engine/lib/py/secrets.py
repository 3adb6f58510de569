"""Tokens that are hard to guess; here the same in every run."""

import base64
from hmac import compare_digest
from os import urandom as _urandom
from random import Random as _Random

__all__ = ['choice', 'randbelow', 'randbits', 'SystemRandom', 'token_bytes', 'token_hex', 'token_urlsafe',
           'compare_digest']

DEFAULT_ENTROPY = 32


class SystemRandom(_Random):
    """Draws from os.urandom()."""

    def random(self):
        return (int.from_bytes(_urandom(7)) >> 3) * 2.0 ** -53

    def getrandbits(self, k, /):
        if k < 0:
            raise ValueError('number of bits must be non-negative')
        size = (k + 7) // 8
        return int.from_bytes(_urandom(size)) >> size * 8 - k

    def randbytes(self, n):
        return _urandom(n)

    def seed(self, *args, **kwds):
        return None

    def getstate(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    setstate = getstate


_source = SystemRandom()
randbits = _source.getrandbits
choice = _source.choice


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError('Upper bound must be positive.')
    return _source.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b'=').decode('ascii')
