"""The queue without bounds or counts, and the error of empty queues: C in CPython."""

from collections import deque as _deque
from threading import Semaphore as _Semaphore


class Empty(Exception):
    pass


class SimpleQueue:

    def __init__(self):
        self._items = _deque()
        self._count = _Semaphore(0)

    def put(self, item, block=True, timeout=None):
        self._items.append(item)
        self._count.release()

    def get(self, block=True, timeout=None):
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._count.acquire(block, timeout if block else None):
            raise Empty
        return self._items.popleft()

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return not self._items

    def qsize(self):
        return len(self._items)
