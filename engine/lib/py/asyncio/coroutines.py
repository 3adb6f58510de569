"""Telling coroutines from other things."""

import sys
from functools import partial

__all__ = ('iscoroutinefunction', 'iscoroutine')

_CO_COROUTINE = 0x80
_CO_ITERABLE_COROUTINE = 0x100


async def _sample():
    pass

_coroutine = _sample()
_coroutine_type = type(_coroutine)
_coroutine.close()
del _coroutine


def _is_debug_mode():
    os = sys.modules.get('os')  # who has not imported it has not set the variable
    return os is not None and bool(os.environ.get('PYTHONASYNCIODEBUG'))


def iscoroutine(obj):
    if isinstance(obj, _coroutine_type):
        return True
    kind = type(obj)  # else what can do all that a coroutine can
    return (hasattr(kind, '__await__') and hasattr(kind, 'send') and hasattr(kind, 'throw') and
            hasattr(kind, 'close'))


def iscoroutinefunction(func):
    while hasattr(func, '__func__'):
        func = func.__func__
    while isinstance(func, partial):
        func = func.func
    code = getattr(func, '__code__', None)
    if getattr(code, 'co_flags', 0) & _CO_COROUTINE:
        return True
    return getattr(func, '_is_coroutine_mark', None) is _coroutine_type  # inspect's mark
