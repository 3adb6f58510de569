"""The loop and the policy that programs get on Linux; watchers of child processes by name."""

import sys
from _asyncio import _set_loop_class, _warn
from . import events
from ._words import logger
from .signal_events import SignalLoop
from .unix_loop import LoopWithPipes
from .later import refuse

__all__ = ('SelectorEventLoop', 'AbstractChildWatcher', 'SafeChildWatcher', 'FastChildWatcher',
           'PidfdChildWatcher', 'MultiLoopChildWatcher', 'ThreadedChildWatcher',
           'DefaultEventLoopPolicy', 'EventLoop')


class _UnixSelectorEventLoop(SignalLoop, LoopWithPipes):

    def __init__(self, selector=None):
        super().__init__()
        logger.debug('Using selector: %s',
            'EpollSelector' if selector is None else type(selector).__name__)


def _deprecated(name):
    if sys._getframe(2).f_globals.get('__name__', '').startswith('asyncio.'):
        return  # asyncio's own functions are the callers: that is not shown
    _warn(f'{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.',
          DeprecationWarning)


class AbstractChildWatcher:
    """There are no child processes here: a watcher can be made, set and asked, no more."""

    def __init_subclass__(cls):
        if cls.__module__ != __name__:
            _deprecated('AbstractChildWatcher')

    add_child_handler = refuse('add_child_handler', 'a watcher\'s ')
    remove_child_handler = refuse('remove_child_handler', 'a watcher\'s ')

    def attach_loop(self, loop):
        raise NotImplementedError()

    def close(self):
        raise NotImplementedError()

    def is_active(self):
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


class _Watcher(AbstractChildWatcher):

    def attach_loop(self, loop):
        pass

    def close(self):
        pass

    def is_active(self):
        return True

    def __enter__(self):
        return self

    def __exit__(self, a, b, c):
        pass


class PidfdChildWatcher(_Watcher):
    pass


class ThreadedChildWatcher(_Watcher):
    pass


class BaseChildWatcher(_Watcher):
    _loop = None

    def attach_loop(self, loop):
        self._loop = loop

    def close(self):
        self.attach_loop(None)

    def is_active(self):
        return self._loop is not None and self._loop.is_running()


class SafeChildWatcher(BaseChildWatcher):
    def __init__(self):
        _deprecated('SafeChildWatcher')


class FastChildWatcher(BaseChildWatcher):
    def __init__(self):
        _deprecated('FastChildWatcher')


class MultiLoopChildWatcher(_Watcher):
    def __init__(self):
        _deprecated('MultiLoopChildWatcher')

    def is_active(self):
        return False  # it is once a loop was attached, which needs signals


class _UnixDefaultEventLoopPolicy(events.BaseDefaultEventLoopPolicy):
    _loop_factory = _UnixSelectorEventLoop
    _watcher = None

    def set_event_loop(self, loop):
        super().set_event_loop(loop)
        if self._watcher is not None:
            self._watcher.attach_loop(loop)

    def get_child_watcher(self):
        if self._watcher is None:
            self._watcher = PidfdChildWatcher()
        _deprecated('get_child_watcher')
        return self._watcher

    def set_child_watcher(self, watcher):
        assert watcher is None or isinstance(watcher, AbstractChildWatcher)
        if self._watcher is not None:
            self._watcher.close()
        self._watcher = watcher
        _deprecated('set_child_watcher')


DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
SelectorEventLoop = EventLoop = _UnixSelectorEventLoop
_set_loop_class(_UnixSelectorEventLoop)
