"""Between threads and loops: functions that run in threads, coroutines that threads ask for."""

from contextvars import copy_context
from functools import partial
from . import futures, tasks
from .coroutines import iscoroutine
from .events import get_running_loop

__all__ = ('to_thread', 'run_coroutine_threadsafe')


async def to_thread(func, /, *args, **kwargs):
    loop = get_running_loop()
    call = partial(copy_context().run, func, *args, **kwargs)
    return await loop.run_in_executor(None, call)


def run_coroutine_threadsafe(coro, loop):
    from concurrent.futures import Future
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    future = Future()

    def callback():
        try:
            futures._chain_future(tasks.ensure_future(coro, loop=loop), future)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            if future.set_running_or_notify_cancel():
                future.set_exception(exc)
            raise

    loop.call_soon_threadsafe(callback)
    return future


run_coroutine_threadsafe.__module__ = 'asyncio.tasks'
tasks.run_coroutine_threadsafe = run_coroutine_threadsafe
