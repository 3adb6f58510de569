"""Functions on tasks: making them, sleeping, waiting for several."""

from _asyncio import (Task, _enter_task, _leave_task, _swap_current_task, _unfinished_tasks,
                      current_task, get_event_loop, get_running_loop, isfuture)
from functools import partial
from inspect import isawaitable
from .coroutines import iscoroutine
from .exceptions import CancelledError
from .futures import Future, _set_result_unless_cancelled
from . import base_tasks, futures, queues, timeouts

__all__ = ('Task', 'create_task', 'FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait',
           'wait_for', 'as_completed', 'sleep', 'gather', 'shield', 'ensure_future', 'current_task',
           'all_tasks', 'create_eager_task_factory', 'eager_task_factory', '_register_task',
           '_unregister_task', '_enter_task', '_leave_task')

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

# What a future stands for on the stage: numbers known to the engine.
_SLEEP, _GATHER, _WAIT, _WAIT_FOR, _SHIELD = 2, 3, 4, 5, 11


_others = None  # what _register_task() was called for: weak sets (registered, unregistered)


def all_tasks(loop=None):
    if _others is None:
        return set(_unfinished_tasks(loop))
    if loop is None:
        loop = get_running_loop()
    registered, unregistered = _others
    found = {task for task in _unfinished_tasks(loop) if task not in unregistered}
    for task in list(registered):
        if futures._get_loop(task) is loop and not task.done():
            found.add(task)
    return found


def _register_task(task):
    global _others
    if _others is None:
        from weakref import WeakSet
        _others = WeakSet(), WeakSet()
    registered, unregistered = _others
    unregistered.discard(task)
    if not isinstance(task, Task):  # the engine knows its own
        registered.add(task)


def _unregister_task(task):
    known = isinstance(task, Task)
    if _others is None:
        if not known:
            return
        _register_task(task)
    registered, unregistered = _others
    registered.discard(task)
    if known:
        unregistered.add(task)


_register_eager_task, _unregister_eager_task = _register_task, _unregister_task


def create_task(coro, *, name=None, context=None):
    loop = get_running_loop()
    task = loop.create_task(coro, name=name, context=context)
    return task


class _NextIteration:
    def __await__(self):
        yield


async def sleep(delay, result=None):
    if delay <= 0:
        await _NextIteration()
        return result
    if delay != delay:
        raise ValueError('Invalid delay: NaN (not a number)')
    loop = get_running_loop()
    future = loop.create_future()
    future._stands_for(_SLEEP, None, delay)
    timer = loop.call_later(delay, _set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError('The future belongs to a different loop than '
                             'the one specified as the loop argument')
        return coro_or_future
    own = iscoroutine(coro_or_future)
    if own:
        coro = coro_or_future
    elif isawaitable(coro_or_future):
        coro = _wrap_awaitable(coro_or_future)
    else:
        raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
    if loop is None:
        loop = get_event_loop()
    try:
        return loop.create_task(coro)
    except RuntimeError:
        if own:
            coro.close()
        raise


async def _wrap_awaitable(awaitable):
    return await awaitable

_wrap_awaitable.__qualname__ = 'ensure_future.<locals>._wrap_awaitable'


class _GatheringFuture(Future):
    """Cancelling it cancels the children; it is done when they are."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        any_cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                any_cancelled = True
        if any_cancelled:
            self._cancel_requested = True
        return any_cancelled


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        outer = get_event_loop().create_future()
        outer._stands_for(_GATHER, None)
        outer.set_result([])
        return outer

    def _done_callback(fut):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not fut.cancelled():
                fut.exception()  # looked at: nobody else can
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(fut._make_cancelled_error())
                return
            exc = fut.exception()
            if exc is not None:
                outer.set_exception(exc)
                return
        if finished == wanted:
            results = []
            for child in children:
                if child.cancelled():
                    message = child._cancel_message
                    outcome = CancelledError('' if message is None else message)
                else:
                    outcome = child.exception()
                    if outcome is None:
                        outcome = child.result()
                results.append(outcome)
            if outer._cancel_requested:
                outer.set_exception(children[-1]._make_cancelled_error())
            else:
                outer.set_result(results)

    future_of = {}
    children = []
    done_already = []
    finished = wanted = 0
    loop = outer = None
    for arg in coros_or_futures:
        if arg not in future_of:
            fut = ensure_future(arg, loop=loop)
            if loop is None:
                loop = fut.get_loop()
            if fut is not arg:
                fut._log_destroy_pending = False
            wanted += 1
            future_of[arg] = fut
            if fut.done():
                done_already.append(fut)
            else:
                fut.add_done_callback(_done_callback)
        else:
            fut = future_of[arg]
        children.append(fut)
    outer = _GatheringFuture(children, loop=loop)
    outer._stands_for(_GATHER, None)
    for fut in done_already:
        _done_callback(fut)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    fs = set(fs)
    if any(iscoroutine(f) for f in fs):
        raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')
    return await _wait(fs, timeout, return_when, get_running_loop())


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    waiter._stands_for(_WAIT, None, timeout)
    waiter._children = fs
    timer = None
    if timeout is not None:
        timer = loop.call_later(timeout, _release_waiter, waiter)
    missing = len(fs)

    def _on_completion(f):
        nonlocal missing
        missing -= 1
        if (missing <= 0 or return_when == FIRST_COMPLETED or
                return_when == FIRST_EXCEPTION and
                not f.cancelled() and f.exception() is not None):
            if timer is not None:
                timer.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        waiter._children = None  # the handle that runs now still holds the waiter
        if timer is not None:
            timer.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)
    done, pending = set(), set()
    for f in fs:
        if f.done():
            done.add(f)
        else:
            pending.add(f)
    return done, pending


async def wait_for(fut, timeout):
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as exc:
            raise TimeoutError from exc
    async with timeouts.timeout(timeout):
        return await fut


async def _cancel_and_wait(fut):
    waiter = get_running_loop().create_future()
    waiter._stands_for(_WAIT_FOR, fut)
    release = partial(_release_waiter, waiter)
    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter
    finally:
        fut.remove_done_callback(release)


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()
    outer._stands_for(_SHIELD, inner)

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()  # looked at: nobody else can
        elif inner.cancelled():
            outer.cancel()
        elif inner.exception() is not None:
            outer.set_exception(inner.exception())
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


class _AsCompletedIterator:
    """Gives futures as they are done (async for), or coroutines that wait for the next (for)."""

    def __init__(self, aws, timeout):
        self._done = queues.Queue()
        self._timeout_handle = None
        loop = get_event_loop()
        self._todo = {ensure_future(aw, loop=loop) for aw in set(aws)}
        for future in self._todo:
            future.add_done_callback(self._handle_completion)
        if self._todo and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
        self._todo_left = len(self._todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._todo_left:
            raise StopAsyncIteration
        self._todo_left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._todo_left:
            raise StopIteration
        self._todo_left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):
        for future in self._todo:
            future.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, future):
        if not self._todo:
            return  # the timeout came first
        self._todo.remove(future)
        self._done.put_nowait(future)
        if not self._todo and self._timeout_handle is not None:
            self._timeout_handle.cancel()

    async def _wait_for_one(self, resolve=False):
        future = await self._done.get()
        if future is None:
            raise TimeoutError
        return future.result() if resolve else future


def as_completed(fs, *, timeout=None):
    if isawaitable(fs):
        raise TypeError(f'expects an iterable of awaitables, not {type(fs).__name__}')
    return _AsCompletedIterator(fs, timeout)


def create_eager_task_factory(custom_task_constructor):
    def factory(loop, coro, *, name=None, context=None):
        return custom_task_constructor(coro, loop=loop, name=name, context=context,
                                       eager_start=True)

    return factory


eager_task_factory = create_eager_task_factory(Task)
