"""The loop that programs get on Linux."""

from _asyncio import _set_loop_class
from .base_events import BaseEventLoop

__all__ = ('SelectorEventLoop', 'EventLoop')


class _UnixSelectorEventLoop(BaseEventLoop):
    pass


SelectorEventLoop = EventLoop = _UnixSelectorEventLoop
_set_loop_class(_UnixSelectorEventLoop)
