"""Which loop runs, and the loop of the program."""

from _asyncio import (EventLoop as _EventLoop, Handle, TimerHandle, _get_running_loop,
                      get_event_loop, get_running_loop, new_event_loop, set_event_loop)

__all__ = ('AbstractEventLoop', 'Handle', 'TimerHandle', 'get_event_loop', 'set_event_loop',
           'new_event_loop', '_get_running_loop', 'get_running_loop')

AbstractEventLoop = _EventLoop
