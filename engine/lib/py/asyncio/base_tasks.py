"""Stacks of tasks as get_stack() and print_stack() show them."""

from _asyncio import _set_stack_functions
import sys


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
        found = []
        while frame is not None:
            found.append(frame)
            frame = frame.f_back
        return found, True
    found = []
    trace = task._exception.__traceback__ if task._exception is not None else None
    while trace is not None:
        found.append(trace.tb_frame)
        trace = trace.tb_next
    return found, False


def _task_get_stack(task, limit):
    frames, innermost_first = _frames(task)
    if limit is not None:
        frames = frames[:max(limit, 0)]
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


_set_stack_functions(_task_get_stack, _task_print_stack)
