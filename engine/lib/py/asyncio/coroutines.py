"""Telling coroutines from other things."""

__all__ = ('iscoroutinefunction', 'iscoroutine')

_CO_COROUTINE = 0x80
_CO_ITERABLE_COROUTINE = 0x100


async def _sample():
    pass

_coroutine = _sample()
_coroutine_type = type(_coroutine)
_coroutine.close()
del _coroutine


def iscoroutine(obj):
    return isinstance(obj, _coroutine_type)


def iscoroutinefunction(func):
    while hasattr(func, '__func__'):
        func = func.__func__
    code = getattr(func, '__code__', None)
    return code is not None and bool(code.co_flags & _CO_COROUTINE)
