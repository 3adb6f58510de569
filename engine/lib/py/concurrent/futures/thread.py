"""Executors whose functions run in virtual threads.

A submitted function begins when whoever submitted it next waits, in order of submission, up to the
pool's size; thread N of the pool runs it, counting up and around.
"""

import threading as _threading
from _thread import allocate_lock as _allocate_lock
from collections import deque as _deque
from functools import partial as _partial
from . import _base

_SIZE = 6  # threads of a pool that does not say how many
_pools = 0
_over = False


def _python_exit():
    global _over
    _over = True


_threading._register_atexit(_python_exit)


class BrokenThreadPool(_base.BrokenExecutor):
    pass


class _Pool(_base.Executor):

    def __init__(self, max_workers, thread_name_prefix, initializer, initargs):
        global _pools
        if max_workers is None:
            max_workers = _SIZE
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        self._waiting = _deque()  # jobs beyond the pool's size
        self._threads = {}
        self._active = 0
        self._started = 0
        self._shutdown = False
        self._broken = False
        self._idle = _Idle()
        self._thread_name_prefix = thread_name_prefix
        if not thread_name_prefix:
            self._thread_name_prefix = f'ThreadPoolExecutor-{_pools}'
            _pools += 1

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise self._broken_error(self._broken)
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        if _over:
            raise RuntimeError('cannot schedule new futures after interpreter shutdown')
        future = _base.Future()
        job = future, fn, args, kwargs
        if self._active < self._max_workers:
            self._active += 1
            self._start(job)
        else:
            self._waiting.append(job)
        return future

    def _start(self, job):
        number = self._started
        self._started = (number + 1) % self._max_workers
        thread = self._threads.get(number)
        if thread is None or thread.job is not None:
            thread = _threading._PoolThread(name=f'{self._thread_name_prefix}_{number}',
                                            daemon=False)
            thread.number = number
            thread.is_initialized = False
            self._threads[number] = thread
        thread.job = job
        thread._run_next(_partial(self._run, thread))

    def _run(self, thread):
        if not thread.is_initialized:
            thread.is_initialized = True
            if self._initializer is not None and not self._broken:
                self._initialize(thread)
        if not self._broken:
            _perform(*thread.job)
        thread.job = None
        if self._waiting and not self._broken:
            self._start(self._waiting.popleft())
        else:
            self._active -= 1
            if not self._active:
                self._idle.tell()
        replaced = self._threads.get(thread.number) is not thread
        if thread.job is None and (self._shutdown or replaced):
            thread._retire()

    def _initialize(self, thread):
        try:
            self._initializer(*self._initargs)
        except BaseException:
            _base._log('critical', 'Exception in initializer:')
            self._broken = ('A thread initializer failed, the thread pool is not usable '
                            'anymore')
            jobs = [t.job for t in self._threads.values() if t.job and not t.is_initialized]
            jobs = [thread.job, *jobs, *self._waiting]
            self._waiting.clear()
            for job in jobs:
                job[0].set_exception(self._broken_error(self._broken))

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            while self._waiting:
                self._waiting.popleft()[0].cancel()
        for thread in self._threads.values():
            if thread.job is None:
                thread._retire()
        while wait and self._active:
            self._idle.wait()


class _Idle:
    """Where shutdown() waits until no function runs any more."""

    def __init__(self):
        self._turns = []

    def wait(self):
        turn = _allocate_lock()
        turn.acquire()
        self._turns.append(turn)
        turn.acquire()

    def tell(self):
        turns, self._turns = self._turns, []
        for turn in turns:
            turn.release()


def _perform(future, fn, args, kwargs):
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:
        future.set_exception(error)
        future = None  # the error's traceback would keep it alive
    else:
        future.set_result(result)


class ThreadPoolExecutor(_Pool):
    _broken_error = BrokenThreadPool

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=(),
                 **ctxkwargs):
        super().__init__(max_workers, thread_name_prefix, initializer, initargs)
