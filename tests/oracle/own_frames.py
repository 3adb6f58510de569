"""Keeps the oracle's own frames out of what CPython's debug mode tells about where things were made."""
import os
import sys
import traceback
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
EXTRA = 16  # how many frames of the oracle may lie between those that CPython would remember


def is_own(filename):
    return os.path.dirname(os.path.abspath(filename)) == HERE and filename.startswith('/')


class Origins:
    """Origins of coroutines are remembered deeper by as much as the oracle may add, then cut."""

    depth = 0

    def set_depth(self, depth):
        self.set_real(depth + EXTRA if depth > 0 else depth)
        self.depth = depth

    def shown(self, coro):
        origin = [place for place in coro.cr_origin if not is_own(place[0])]
        return tuple(origin[:self.depth or 10])


class Unawaited:
    """A coroutine as the warning about it sees it."""

    def __init__(self, coro):
        self.__qualname__, self.cr_origin = coro.__qualname__, origins.shown(coro)


origins = Origins()

# Frames of importlib count for no warning's place, so this one goes by that name.
WARN = '''
def _warn_unawaited_coroutine(coro):
    original(coro if coro.cr_origin is None else Unawaited(coro))
'''


def without_own_frames(walk):
    def walk_stack(f):
        if f is None:
            return walk(f)
        return ((frame, line) for frame, line in walk(f) if not is_own(frame.f_code.co_filename))

    return walk_stack


def install():
    """Before asyncio is imported."""
    traceback.walk_stack = without_own_frames(traceback.walk_stack)
    origins.set_real = sys.set_coroutine_origin_tracking_depth
    sys.set_coroutine_origin_tracking_depth = lambda depth: origins.set_depth(depth)
    sys.get_coroutine_origin_tracking_depth = lambda: origins.depth
    names = {'original': warnings._warn_unawaited_coroutine, 'Unawaited': Unawaited}
    exec(compile(WARN, 'importlib_bootstrap', 'exec'), names)
    warnings._warn_unawaited_coroutine = names['_warn_unawaited_coroutine']
