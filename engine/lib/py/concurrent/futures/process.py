"""Executors of processes: here their functions run in virtual threads, too."""

from . import _base, thread as _thread


class BrokenProcessPool(_base.BrokenExecutor):
    pass


class ProcessPoolExecutor(_thread._Pool):
    _broken_error = BrokenProcessPool

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        super().__init__(max_workers, '', initializer, initargs)
