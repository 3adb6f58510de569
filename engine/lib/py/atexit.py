"""Functions that run when the program is over, the last registered one first."""

import sys as _sys

_functions = []


def register(func, /, *args, **kwargs):
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    _functions[:] = [entry for entry in _functions if not entry[0] == func]


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except BaseException as exc:
            import traceback
            exc.__traceback__ = exc.__traceback__.tb_next  # not this module's own frame
            print(f'Exception ignored in atexit callback {func!r}:', file=_sys.stderr)
            print(''.join(traceback.format_exception(exc)), end='', file=_sys.stderr)
