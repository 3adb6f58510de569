"""Which loop runs, the loop of the program, and the policy that says which that is."""

from _asyncio import (EventLoop as _EventLoop, Handle, TimerHandle, _get_running_loop, _policy_loop, _set_policy,
                      _set_running_loop, _swap_event_loop, _thread_name, _warn, get_event_loop,
                      get_running_loop, new_event_loop as _new_loop,
                      set_event_loop as _set_loop)
from .abstract import AbstractEventLoop, AbstractServer

__all__ = ('AbstractEventLoopPolicy', 'AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle',
           'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop', 'set_event_loop',
           'new_event_loop', 'get_child_watcher', 'set_child_watcher', '_set_running_loop',
           'get_running_loop', '_get_running_loop')

_event_loop_policy = None


class AbstractEventLoopPolicy:

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError

    def get_child_watcher(self):
        raise NotImplementedError

    def set_child_watcher(self, watcher):
        raise NotImplementedError


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One loop a thread. That of the installed policy is kept by the engine."""

    _loop_factory = None
    _kept = None, False  # loop and whether it was set, while another policy is installed

    def get_event_loop(self):
        loop, was_set = _policy_loop() if self is _event_loop_policy else self._kept
        if loop is None and not was_set:
            _warn('There is no current event loop', DeprecationWarning)
            loop = self.new_event_loop()
            self.set_event_loop(loop)
        if loop is None:
            raise RuntimeError('There is no current event loop in thread %r.' % _thread_name())
        return loop

    def set_event_loop(self, loop):
        if self is _event_loop_policy:
            _install(loop)
            return
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError('loop must be an instance of AbstractEventLoop or None, '
                            f"not '{type(loop).__name__}'")
        self._kept = loop, True

    def new_event_loop(self):
        return self._loop_factory()


def get_event_loop_policy():
    global _event_loop_policy
    if _event_loop_policy is None:
        from .unix_events import DefaultEventLoopPolicy
        _event_loop_policy = DefaultEventLoopPolicy()  # with the loop that the engine keeps
    return _event_loop_policy


def set_event_loop_policy(policy):
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError('policy must be an instance of AbstractEventLoopPolicy or None, '
                        f"not '{type(policy).__name__}'")
    if policy is _event_loop_policy:
        return
    before = _swap_event_loop(*getattr(policy, '_kept', (None, False)))
    if isinstance(_event_loop_policy, BaseDefaultEventLoopPolicy):
        _event_loop_policy._kept = before
    _event_loop_policy = policy
    _set_policy(None if _is_plain(policy) else policy)


def _is_plain(policy):
    """Whether the engine's own way of finding the loop is that of the policy."""
    return policy is None or all(
        getattr(type(policy), name, None) is getattr(BaseDefaultEventLoopPolicy, name)
        for name in ('get_event_loop', 'new_event_loop'))


def new_event_loop():
    return _new_loop() if _event_loop_policy is None else _event_loop_policy.new_event_loop()


def _install(loop):
    if isinstance(loop, AbstractEventLoop) and not isinstance(loop, _EventLoop):
        raise NotImplementedError('Coroscope runs event loops that derive from asyncio\'s own only, '
                                  f'not {type(loop).__name__!r}')
    _set_loop(loop)


def set_event_loop(loop):
    if _event_loop_policy is None:
        _install(loop)
    else:
        _event_loop_policy.set_event_loop(loop)


def get_child_watcher():
    return get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    return get_event_loop_policy().set_child_watcher(watcher)
