"""Queues between tasks."""

from collections import deque
from heapq import heappop, heappush
from types import GenericAlias
from _aio_queue import get_at_once, put_at_once
from . import locks
from .mixins import _LoopBoundMixin

__all__ = ('Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'QueueShutDown')

_GET, _PUT, _JOIN = 6, 7, 8


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass


class QueueShutDown(Exception):
    pass


def _wake_next(waiters):
    while waiters:
        waiter = waiters.popleft()
        if not waiter.done():
            waiter.set_result(None)
            return


class Queue(_LoopBoundMixin):

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        self._finished = locks.Event()
        self._finished._is_part_of(self, _JOIN)
        self._finished.set()
        self._is_shutdown = False
        self._init(maxsize)
        self._happened('queue.created',
                       maxsize if isinstance(maxsize, (int, float)) and maxsize > 0 else 0)

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    __class_getitem__ = classmethod(GenericAlias)

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def _format(self):
        parts = [f'maxsize={self._maxsize!r}']
        if getattr(self, '_queue', None):
            parts.append(f'_queue={list(self._queue)!r}')
        if self._getters:
            parts.append(f'_getters[{len(self._getters)}]')
        if self._putters:
            parts.append(f'_putters[{len(self._putters)}]')
        if self._unfinished_tasks:
            parts.append(f'tasks={self._unfinished_tasks}')
        if self._is_shutdown:
            parts.append('shutdown')
        return ' '.join(parts)

    def qsize(self):
        return len(self._queue)

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return not self._queue

    def full(self):
        return not self._maxsize <= 0 and self.qsize() >= self._maxsize

    async def put(self, item):
        while not put_at_once(self, item, _PUT_METHODS):
            if not self.full():
                return self.put_nowait(item)
            if self._is_shutdown:
                raise QueueShutDown
            waiter = self._line_up(self._putters, _PUT, 'queue.full')
            try:
                await waiter
            except:
                self._give_up(waiter, self._putters, self.full)
                raise

    def put_nowait(self, item):
        if put_at_once(self, item, _PUT_METHODS):
            return
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        self._happened('queue.put')
        _wake_next(self._getters)

    async def get(self):
        while (item := get_at_once(self, _GET_METHODS)) is _GET_METHODS:
            if not self.empty():
                return self.get_nowait()
            if self._is_shutdown and self.empty():
                raise QueueShutDown
            waiter = self._line_up(self._getters, _GET, 'queue.empty')
            try:
                await waiter
            except:
                self._give_up(waiter, self._getters, self.empty)
                raise
        return item

    def get_nowait(self):
        item = get_at_once(self, _GET_METHODS)
        if item is not _GET_METHODS:
            return item
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        self._happened('queue.got')
        _wake_next(self._putters)
        return item

    def _line_up(self, line, what, event):
        waiter = self._get_loop().create_future()
        waiter._stands_for(what, self)
        self._happened(event, waiter)
        line.append(waiter)
        return waiter

    def _give_up(self, waiter, line, still_impossible):
        waiter.cancel()
        try:
            line.remove(waiter)
        except ValueError:
            pass  # it was woken already
        if not still_impossible() and not waiter.cancelled():
            _wake_next(line)  # woken and cancelled: the turn goes on to the next

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        self._happened('queue.task_done', self._unfinished_tasks)
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished_tasks > 0:
            await self._finished.wait()

    def shutdown(self, immediate=False):
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._finished.set()
        while self._getters:
            waiter = self._getters.popleft()
            if not waiter.done():
                waiter.set_result(None)
        while self._putters:
            waiter = self._putters.popleft()
            if not waiter.done():
                waiter.set_result(None)


# What a queue must have as it stands here, so that the engine may do at once what they do.
_PUT_METHODS = (Queue.full, Queue.qsize, Queue.put_nowait, Queue._put)
_GET_METHODS = (Queue.empty, Queue.get_nowait, Queue._get)


class PriorityQueue(Queue):
    """The smallest item comes out first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heappush(self._queue, item)

    def _get(self):
        return heappop(self._queue)


class LifoQueue(Queue):
    """The newest item comes out first."""

    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop()
