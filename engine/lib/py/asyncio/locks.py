"""Locks and events."""

from collections import deque
from .exceptions import CancelledError
from .mixins import _LoopBoundMixin

__all__ = ('Lock', 'Event')

_LOCK, _EVENT = 9, 10


class _ContextManagerMixin:
    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


def _describe(plain, state, waiters):
    if waiters:
        state = f'{state}, waiters:{len(waiters)}'
    return f'<{plain[1:-1]} [{state}]>'


class Lock(_ContextManagerMixin, _LoopBoundMixin):

    def __init__(self):
        self._waiters = None
        self._locked = False
        self._happened('lock.created')

    def __repr__(self):
        return _describe(super().__repr__(), 'locked' if self._locked else 'unlocked',
                         self._waiters)

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and (self._waiters is None or
                                 all(w.cancelled() for w in self._waiters)):
            self._locked = True
            self._happened('lock.acquired')
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        waiter._stands_for(_LOCK, self)
        self._happened('lock.waited', waiter)
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if not self._locked:
                self._wake_up_first()  # the turn goes on to the next
            raise
        self._locked = True
        self._happened('lock.acquired')
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        self._happened('lock.released')
        self._wake_up_first()

    def _wake_up_first(self):
        if not self._waiters:
            return
        first = self._waiters[0]
        if not first.done():
            first.set_result(True)


class Event(_LoopBoundMixin):

    def __init__(self):
        self._waiters = deque()
        self._value = False
        self._happened('event.created')

    def __repr__(self):
        return _describe(super().__repr__(), 'set' if self._value else 'unset', self._waiters)

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            self._happened('event.set')
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        self._value = False
        self._happened('event.cleared')

    async def wait(self):
        if self._value:
            return True
        waiter = self._get_loop().create_future()
        waiter._stands_for(_EVENT, self)
        self._happened('event.waited', waiter)
        self._waiters.append(waiter)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)
