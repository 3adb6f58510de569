"""TaskGroup: tasks that begin and end together."""

from _asyncio import _Primitive, current_task, get_running_loop
from .exceptions import CancelledError

__all__ = ('TaskGroup',)

_GROUP = 19  # what the group's future stands for on the stage
_PASS_AT_ONCE = (SystemExit, KeyboardInterrupt)


class TaskGroup(_Primitive):

    def __init__(self):
        self._loop = None
        self._parent_task = None
        self._parent_cancel_requested = False
        self._entered = self._exiting = self._aborting = False
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._on_completed_fut = None
        self._happened('group.created')

    def __repr__(self):
        text = '<TaskGroup'
        if self._tasks:
            text += f' tasks={len(self._tasks)}'
        if self._errors:
            text += f' errors={len(self._errors)}'
        if self._aborting:
            text += ' cancelling'
        elif self._entered:
            text += ' entered'
        return text + '>'

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')
        if self._loop is None:
            self._loop = get_running_loop()
        self._parent_task = current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the parent task')
        self._entered = True
        self._happened('group.entered')
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self._exiting = True
        if isinstance(exc, _PASS_AT_ONCE) and self._base_error is None:
            self._base_error = exc
        cancelled = exc_type is not None and issubclass(exc_type, CancelledError)
        cancellation = exc if cancelled else None
        if exc_type is not None and not self._aborting:
            self._abort()
        if self._tasks:
            later = await self._wait_for_all()
            if later is not None:
                cancellation = later
        self._happened('group.exited')
        if self._base_error is not None:
            raise self._base_error
        if self._parent_cancel_requested and self._parent_task.uncancel() == 0:
            cancellation = None  # only this group asked for it
        if cancellation is not None and not self._errors:
            raise cancellation
        if exc_type is not None and not cancelled:
            self._errors.append(exc)
        if not self._errors:
            return
        if self._parent_task.cancelling():
            # Somebody else's request is still to be delivered, at the next await.
            self._parent_task.uncancel()
            self._parent_task.cancel()
        try:
            # The variable makes a circle with its traceback, as in CPython: what the frames hold
            # lives on.
            failures = BaseExceptionGroup('unhandled errors in a TaskGroup', self._errors)
            raise failures from None
        finally:
            self._errors = None

    async def _wait_for_all(self):
        """Gives the cancellation from outside that ended the group, or None."""
        cancellation = None
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = self._loop.create_future()
                self._on_completed_fut._stands_for(_GROUP, self)
                self._happened('group.waited', self._on_completed_fut)
            try:
                await self._on_completed_fut
            except CancelledError as exc:
                if not self._aborting:
                    cancellation = exc
                    self._abort()
            self._on_completed_fut = None
        return cancellation

    def create_task(self, coro, *, name=None, context=None):
        problem = ('has not been entered' if not self._entered else
                   'is finished' if self._exiting and not self._tasks else
                   'is shutting down' if self._aborting else None)
        if problem is not None:
            coro.close()
            raise RuntimeError(f'TaskGroup {self!r} {problem}')
        if context is None:
            task = self._loop.create_task(coro, name=name)
        else:
            task = self._loop.create_task(coro, name=name, context=context)
        self._happened('group.task_added', task)
        if task.done():  # it was started eagerly
            self._on_task_done(task)
        else:
            self._tasks.add(task)
            task.add_done_callback(self._on_task_done)
        return task

    def _abort(self):
        self._aborting = True
        self._happened('group.aborted')
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        self._tasks.discard(task)
        self._happened('group.task_done', task)
        waiter = self._on_completed_fut
        if waiter is not None and not self._tasks and not waiter.done():
            waiter.set_result(True)
        if task.cancelled():
            return
        exc = task.exception()
        if exc is None:
            return
        self._errors.append(exc)
        if isinstance(exc, _PASS_AT_ONCE) and self._base_error is None:
            self._base_error = exc
        if self._parent_task.done():
            self._loop.call_exception_handler({
                'message': f'Task {task!r} has errored out but its parent '
                           f'task {self._parent_task} is already completed',
                'exception': exc,
                'task': task,
            })
        elif not self._aborting and not self._parent_cancel_requested:
            # The body of the group has to end: it is cancelled where it awaits.
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()
