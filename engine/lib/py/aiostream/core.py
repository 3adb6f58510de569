"""Streams: what operators give, and how it is run through."""

from functools import wraps
from inspect import isasyncgenfunction

__all__ = ('StreamEmpty', 'Stream', 'Streamer', 'streamcontext', 'operator', 'pipable_operator',
           'async_', 'await_')


class StreamEmpty(Exception):
    pass


class Streamer:
    """A run through a stream: iterate it inside `async with`, which closes what is left open."""

    def __init__(self, iterator):
        self._iterator = iterator
        self._state = 'standby'

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self._state == 'finished':
            raise RuntimeError('AsyncIteratorContext is closed and cannot be iterated')
        if self._state == 'standby':
            import warnings
            warnings.warn('AsyncIteratorContext is iterated outside of its context', UserWarning,
                          stacklevel=2)
        return await self._iterator.__anext__()

    async def __aenter__(self):
        if self._state == 'running':
            raise RuntimeError('AsyncIteratorContext has already been entered')
        if self._state == 'finished':
            raise RuntimeError('AsyncIteratorContext is closed and cannot be iterated')
        self._state = 'running'
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        self._state = 'finished'
        close = getattr(self._iterator, 'aclose', None)
        if close is not None:
            await close()
        return False

    async def aclose(self):
        await self.__aexit__(None, None, None)


def streamcontext(aiterable):
    """A run through anything that `async for` takes."""
    if isinstance(aiterable, Streamer):
        return aiterable
    if not hasattr(aiterable, '__aiter__'):
        raise TypeError(f"'{type(aiterable).__name__}' object is not an async iterable")
    return Streamer(aiter(aiterable))


class Stream:
    """Can be run through again and again, awaited for its last item, and piped."""

    def __init__(self, factory):
        self._factory = factory

    def __aiter__(self):
        return self._factory()

    def __await__(self):
        return self._last().__await__()

    async def _last(self):
        last, found = None, False
        async with self.stream() as streamer:
            async for last in streamer:
                found = True
        if not found:
            raise StreamEmpty()
        return last

    def __or__(self, operator):
        return operator(self)

    def __add__(self, other):
        from . import stream
        return stream.chain(self, other)

    def __getitem__(self, index):
        from . import stream
        return stream.getitem(self, index)

    def stream(self):
        return Streamer(self._factory())

    __call__ = stream


def operator(func=None, *, pipable=None):
    """Makes an asynchronous generator function one that gives streams."""
    def decorate(function):
        if not isasyncgenfunction(function):
            raise ValueError('An async generator function is expected')

        @wraps(function)
        def make(*args, **kwargs):
            return Stream(lambda: function(*args, **kwargs))

        make.raw = function
        return make

    return decorate if func is None else decorate(func)


def pipable_operator(func):
    """The same for operators that take a source first: with pipe() for use after `|`."""
    make = operator(func)

    @wraps(func)
    def checked(source, *args, **kwargs):
        if not hasattr(source, '__aiter__'):
            raise TypeError(f"'{type(source).__name__}' object is not an async iterable")
        return make(source, *args, **kwargs)

    def pipe(*args, **kwargs):
        return lambda source: checked(source, *args, **kwargs)

    checked.raw = func
    checked.pipe = pipe
    return checked


def async_(func):
    @wraps(func)
    async def wrapped(*args, **kwargs):
        return await func(*args, **kwargs)

    return wrapped


def await_(obj):
    return obj
