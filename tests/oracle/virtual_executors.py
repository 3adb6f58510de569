"""Executors on virtual threads, and what CPython's futures need to wait in virtual time.

A submitted function runs in a thread of its own turn: thread N of the pool, counting up and around.
Futures, wait(), as_completed() and map() are CPython's own code.
"""
import collections
import concurrent.futures
import concurrent.futures._base as base
import concurrent.futures.process as process
import concurrent.futures.thread as thread
import functools
import inspect
import math
import threading
import types

from ordered import OrderedSet
from virtual_threads import enter_thread, named, world

SIZE = 6  # threads of a pool that does not say how many


class Slot:
    """One of a pool's threads: it keeps its identity from one function to the next."""

    def __init__(self, name):
        self.thread = threading.Thread(name=name, daemon=False)
        self.busy, self.fresh = False, True
        self.fiber = enter_thread(self.thread)
        self.thread._handle.is_done = lambda: self.fiber.function is None and self.retired
        self.retired = False

    def run(self, function):
        self.busy = True
        world.launch(self.fiber, function)

    def retire(self):
        self.retired = True
        threading._active.pop(self.fiber.ident, None)


class VirtualExecutor(concurrent.futures.Executor):
    pools = 0

    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = SIZE
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._initializer, self._initargs = initializer, initargs
        self._active, self._started, self._closed, self._broken_by = 0, 0, False, None
        self._waiting = collections.deque()
        self._joiners = []
        self._slots = {}
        self._thread_name_prefix = (thread_name_prefix
                                    or f'ThreadPoolExecutor-{VirtualExecutor.pools}')
        VirtualExecutor.pools += not thread_name_prefix

    def submit(self, fn, /, *args, **kwargs):
        if self._broken_by:
            raise self.BROKEN(self._broken_by)
        if self._closed:
            raise RuntimeError('cannot schedule new futures after shutdown')
        if world.over:
            raise RuntimeError('cannot schedule new futures after interpreter shutdown')
        future = concurrent.futures.Future()
        job = future, fn, args, kwargs
        if self._active < self._max_workers:
            self._active += 1
            self._start(job)
        else:
            self._waiting.append(job)
        return future

    def _start(self, job):
        number = self._started
        self._started = (self._started + 1) % self._max_workers
        slot = self._slots.get(number)
        if slot is None or slot.busy:
            slot = self._slots[number] = Slot(f'{self._thread_name_prefix}_{number}')
        slot.run(functools.partial(self._run, slot, job))

    def _run(self, slot, job):
        if slot.fresh and self._initializer is not None and not self._broken_by:
            self._initialize(job)
        slot.fresh = False
        if not self._broken_by:
            perform(*job)
        del job
        slot.busy = False
        if self._waiting and not self._broken_by:
            self._start(self._waiting.popleft())
        else:
            self._active -= 1
            if not self._active:
                world.wake(self._joiners, all=True)
        if not slot.busy and (self._closed or self._slots.get(self._number(slot)) is not slot):
            slot.retire()

    def _number(self, slot):
        return int(slot.thread.name.rpartition('_')[2])

    def _initialize(self, job):
        try:
            self._initializer(*self._initargs)
        except BaseException:
            base.LOGGER.critical('Exception in initializer:', exc_info=True)
            self._broken_by = ('A thread initializer failed, the thread pool is not usable '
                               'anymore')
            pending = [one[0] for one in (job, *self._pending_jobs())]
            self._waiting.clear()
            for future in pending:
                future.set_exception(self.BROKEN(self._broken_by))

    def _pending_jobs(self):
        for slot in self._slots.values():
            job = slot.fiber.function
            if job is not None:
                yield job.args[1]
        yield from self._waiting

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._closed = True
        if cancel_futures:
            while self._waiting:
                self._waiting.popleft()[0].cancel()
        for slot in self._slots.values():
            if not slot.busy:
                slot.retire()
        while wait and self._active:
            world.wait('blocked', math.inf, self._joiners)


def perform(future, fn, args, kwargs):
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = fn(*args, **kwargs)
    except BaseException as error:
        future.set_exception(error)
        future = None  # the error's traceback would keep it alive
    else:
        future.set_result(result)


class VirtualThreadPool(VirtualExecutor):
    BROKEN = thread.BrokenThreadPool


class VirtualProcessPool(VirtualExecutor):
    BROKEN = process.BrokenProcessPool

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *,
                 max_tasks_per_child=None):
        super().__init__(max_workers, initializer=initializer, initargs=initargs)


class Ticks:
    """A clock that stands still would make a loop that waits for `< 0` seconds wait for ever."""

    count = 0

    def monotonic(self):
        self.count += 1
        return world.now + self.count * 1e-14


def order_sets():
    base.set = OrderedSet
    source = inspect.getsource(base.wait).replace(
        '''done = {f for f in fs
                   if f._state in [CANCELLED_AND_NOTIFIED, FINISHED]}''',
        'done = set([f for f in fs if f._state in [CANCELLED_AND_NOTIFIED, FINISHED]])')
    assert 'done = set(' in source
    exec(compile(source, base.__file__, 'exec'), base.__dict__)
    concurrent.futures.wait = base.wait


def install():
    base.time = Ticks()
    order_sets()
    pool = named(VirtualThreadPool, 'concurrent.futures.thread', 'ThreadPoolExecutor')
    concurrent.futures.ThreadPoolExecutor = thread.ThreadPoolExecutor = pool
    pool = named(VirtualProcessPool, 'concurrent.futures.process', 'ProcessPoolExecutor')
    concurrent.futures.ProcessPoolExecutor = process.ProcessPoolExecutor = pool
