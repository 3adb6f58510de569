"""asyncio.run: one loop from beginning to end."""

import _signal
from _asyncio import _get_running_loop
from _contextvars import copy_context
from functools import partial
from . import coroutines, events, exceptions, tasks

__all__ = ('Runner', 'run')

_SIGINT = 2


class Runner:

    def __init__(self, *, debug=None, loop_factory=None):
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._closed = False
        self._loop_was_set = False

    def __enter__(self):
        self._start()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def close(self):
        """Cancels what still runs, closes async generators, then the loop."""
        if self._loop is None or self._closed:
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor(300))
        finally:
            if self._loop_was_set:
                events.set_event_loop(None)
            loop.close()
            self._loop = None
            self._closed = True

    def get_loop(self):
        self._start()
        return self._loop

    def run(self, coro, *, context=None):
        if not coroutines.iscoroutine(coro):
            raise ValueError('a coroutine was expected, got {!r}'.format(coro))
        if _get_running_loop() is not None:
            raise RuntimeError('Runner.run() cannot be called from a running event loop')
        self._start()
        if context is None:
            context = self._context
        task = self._loop.create_task(coro, context=context)
        handler = self._watch_sigint(task)
        self._interrupt_count = 0
        try:
            return self._loop.run_until_complete(task)
        except exceptions.CancelledError:
            if self._interrupt_count > 0:
                uncancel = getattr(task, 'uncancel', None)
                if uncancel is not None and uncancel() == 0:
                    raise KeyboardInterrupt()
            raise  # somebody else cancelled it too, or it alone
        finally:
            if handler is not None and _signal.getsignal(_SIGINT) is handler:
                _signal.signal(_SIGINT, _signal.default_int_handler)

    def _watch_sigint(self, task):
        """Ctrl+C cancels the main task, unless the program has a handler of its own."""
        if (not _signal._in_main_thread()
                or _signal.getsignal(_SIGINT) is not _signal.default_int_handler):
            return None
        handler = partial(self._on_sigint, main_task=task)
        _signal.signal(_SIGINT, handler)
        return handler

    def _on_sigint(self, signum, frame, main_task):
        self._interrupt_count += 1
        if self._interrupt_count > 1 or main_task.done():
            raise KeyboardInterrupt()
        main_task.cancel()
        # It may be waiting for a timer that is far away.
        self._loop.call_soon_threadsafe(lambda: None)

    def _start(self):
        if self._closed:
            raise RuntimeError('Runner is closed')
        if self._loop is not None:
            return
        if self._loop_factory is None:
            self._loop = events.new_event_loop()
            events.set_event_loop(self._loop)
            self._loop_was_set = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = copy_context()


def run(main, *, debug=None, loop_factory=None):
    if _get_running_loop() is not None:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _cancel_all_tasks(loop):
    left = tasks.all_tasks(loop)
    if not left:
        return
    for task in left:
        task.cancel()
    loop.run_until_complete(tasks.gather(*left, return_exceptions=True))
    for task in left:
        if not task.cancelled() and task.exception() is not None:
            loop.call_exception_handler({
                'message': 'unhandled exception during asyncio.run() shutdown',
                'exception': task.exception(),
                'task': task,
            })
