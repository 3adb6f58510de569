"""Stacks of tasks as get_stack() and print_stack() show them, and a wait that is asked for by name."""

from _asyncio import _set_task_functions, _task_step
import sys


def _chain(first, next_one):
    while first is not None:
        yield first
        first = getattr(first, next_one)


def _frames(task):
    """Those of the coroutine, the innermost one first; or those of the exception that ended it."""
    coro = task.get_coro()
    for name in ('cr_frame', 'gi_frame', 'ag_frame'):
        if hasattr(coro, name):
            frame = getattr(coro, name)
            break
    else:
        frame = None
    if frame is not None:
        return _chain(frame, 'f_back'), True
    trace = task._exception.__traceback__ if task._exception is not None else None
    return (trace.tb_frame for trace in _chain(trace, 'tb_next')), False


def _task_get_stack(task, limit):
    chain, innermost_first = _frames(task)
    frames = []
    for frame in chain:
        if limit is not None:
            if limit <= 0:
                break
            limit -= 1
        frames.append(frame)
    if innermost_first:
        frames.reverse()
    return frames


def _entry(make, frame):
    """Without a line, where `except*` has raised again, TypeError: a source is asked for one."""
    line = frame.f_lineno
    return make(frame.f_code, line if 1 <= line else 1)


def _task_print_stack(task, limit, file):
    import traceback  # needed by few programs
    entries = [_entry(traceback._summary, frame) for frame in task.get_stack(limit=limit)]
    exc = task._exception
    if not entries:
        print(f'No stack for {task!r}', file=file)
    else:
        what = 'Stack' if exc is None else 'Traceback'
        print(f'{what} for {task!r} (most recent call last):', file=file)
    traceback.print_list(entries, file=file)
    if exc is not None:
        for line in traceback.format_exception_only(type(exc), exc):
            print(line, file=file, end='')


def _add_wakeup(future, wakeup, context):
    future.add_done_callback(wakeup, context=context)


class TaskStepMethWrapper:
    """A step as a callable, for a loop whose call_soon() is the program's."""

    __module__ = '_asyncio'
    __slots__ = '__self__', '_exc'

    def __init__(self, task, exc):
        self.__self__ = task
        self._exc = exc

    def __call__(self):
        _task_step(self.__self__, self._exc)


def _call_soon(loop, callback, args, context):
    loop.call_soon(callback, *args, context=context)


def _call_at(loop, when, callback, args, context):
    return loop.call_at(when, callback, *args, context=context)


def _ask_foreign(task, loop, future, wakeup, context):
    """Waits for something that only behaves like a future."""
    blocking = getattr(future, '_asyncio_future_blocking', None)
    if blocking is None:
        return NotImplemented
    blocking = bool(blocking)
    get_loop = getattr(future, 'get_loop', None)
    its_loop = future._loop if get_loop is None else get_loop()
    if its_loop is not loop:
        return f'Task {task!r} got Future {future!r} attached to a different loop'
    if not blocking:
        return f'yield was used instead of yield from in task {task!r} with {future!r}'
    future._asyncio_future_blocking = False
    future.add_done_callback(wakeup, context=context)


_set_task_functions((_task_get_stack, _task_print_stack, _add_wakeup, _call_soon, _call_at,
                     TaskStepMethWrapper, _ask_foreign))
