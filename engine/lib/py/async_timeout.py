"""Coroscope's simulation of async_timeout: since Python 3.11 it is a thin coat around asyncio's own
timeouts."""

import asyncio
from asyncio import timeout as _timeout, timeout_at as _timeout_at

__all__ = ('timeout', 'timeout_at', 'Timeout')
__version__ = '5.0.1'


class _Expired:
    """True or false, whether it is called or not: both are in use."""

    def __init__(self, value):
        self._value = value

    def __call__(self):
        return self._value

    def __bool__(self):
        return self._value

    def __repr__(self):
        return repr(self._value)


class Timeout:
    """A deadline for what stands in its `async with` block."""

    def __init__(self, inner):
        self._inner = inner
        self._over = False

    def __enter__(self):
        raise TypeError('use async with instead')

    def __exit__(self, *exc_info):
        pass

    async def __aenter__(self):
        await self._inner.__aenter__()
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self._over = True
        return await self._inner.__aexit__(exc_type, exc, tb)

    @property
    def expired(self):
        return _Expired(self._inner.expired())

    @property
    def deadline(self):
        return self._inner.when()

    def when(self):
        return self._inner.when()

    def reschedule(self, deadline):
        self._inner.reschedule(deadline)

    def reject(self):
        self._check()
        self._inner.reschedule(None)

    def shift(self, delay):
        self._check()
        self._inner.reschedule(self.deadline + delay)

    def update(self, deadline):
        self._check()
        self._inner.reschedule(deadline)

    def _check(self):
        if self._over:
            raise RuntimeError('invalid state EXIT')


def timeout(delay):
    return Timeout(_timeout(delay))


def timeout_at(deadline):
    return Timeout(_timeout_at(deadline))
