"""Locks, events, conditions, semaphores and barriers."""

from collections import deque
from enum import Enum
from .exceptions import BrokenBarrierError, CancelledError
from .mixins import _LoopBoundMixin

__all__ = ('Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier')

# What a waiter stands for on the stage: numbers known to the engine.
_LOCK, _EVENT, _SEMAPHORE, _CONDITION, _BARRIER = 9, 10, 16, 17, 18


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


class Condition(_ContextManagerMixin, _LoopBoundMixin):

    def __init__(self, lock=None):
        self._happened('condition.created')
        if lock is None:
            lock = Lock()
            lock._is_part_of(self)
        self._lock = lock
        self.locked, self.acquire, self.release = lock.locked, lock.acquire, lock.release
        self._waiters = deque()

    def __repr__(self):
        return _describe(super().__repr__(), 'locked' if self.locked() else 'unlocked',
                         self._waiters)

    async def wait(self):
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = self._get_loop().create_future()
        waiter._stands_for(_CONDITION, self)
        self._happened('condition.waited', waiter)
        self.release()
        try:
            try:
                self._waiters.append(waiter)
                try:
                    await waiter
                    return True
                finally:
                    self._waiters.remove(waiter)
            finally:
                await self._take_back()
        except BaseException:
            # It may have been notified: then somebody else is instead.
            self._notify(1)
            raise

    async def _take_back(self):
        """Acquires the lock whatever comes; the last cancellation is raised then."""
        cancellation = None
        while True:
            try:
                await self.acquire()
                break
            except CancelledError as exc:
                cancellation = exc
        if cancellation is not None:
            try:
                raise cancellation
            finally:
                cancellation = None

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        self._notify(n)

    def notify_all(self):
        self.notify(len(self._waiters))

    def _notify(self, n):
        left = n
        self._happened('condition.notified')
        for waiter in self._waiters:
            if left <= 0:
                break
            if not waiter.done():
                left -= 1
                waiter.set_result(False)


class Semaphore(_ContextManagerMixin, _LoopBoundMixin):

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._waiters = None
        self._value = value
        self._happened('semaphore.created', value)

    def __repr__(self):
        state = 'locked' if self.locked() else f'unlocked, value:{self._value}'
        return _describe(super().__repr__(), state, self._waiters)

    def locked(self):
        # Nobody overtakes those in line, even those who were woken and have not run yet.
        return self._value == 0 or any(not w.cancelled() for w in self._waiters or ())

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            self._happened('semaphore.acquired')
            return True
        if self._waiters is None:
            self._waiters = deque()
        waiter = self._get_loop().create_future()
        waiter._stands_for(_SEMAPHORE, self)
        self._happened('semaphore.waited', waiter)
        self._waiters.append(waiter)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if waiter.done() and not waiter.cancelled():
                self._value += 1  # the permit that it was given goes back
            raise
        finally:
            while self._value > 0 and self._wake_up_next():
                pass
        self._happened('semaphore.acquired')
        return True

    def release(self):
        self._value += 1
        self._happened('semaphore.released')
        self._wake_up_next()

    def _wake_up_next(self):
        """Gives a permit to the first in line; False: there is nobody."""
        for waiter in self._waiters or ():
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return True
        return False


class BoundedSemaphore(Semaphore):

    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()


class _BarrierState(Enum):
    FILLING = 'filling'
    DRAINING = 'draining'
    RESETTING = 'resetting'
    BROKEN = 'broken'


class Barrier(_LoopBoundMixin):

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition()
        self._cond._is_part_of(self, _BARRIER)
        self._cond._lock._is_part_of(self, _BARRIER)
        self._parties = parties
        self._state = _BarrierState.FILLING
        self._count = 0
        self._happened('barrier.created', parties)

    def __repr__(self):
        state = self._state.value
        if not self.broken:
            state += f', waiters:{self.n_waiting}/{self.parties}'
        return _describe(super().__repr__(), state, None)

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state is _BarrierState.FILLING else 0

    @property
    def broken(self):
        return self._state is _BarrierState.BROKEN

    async def wait(self):
        async with self._cond:
            await self._block()
            try:
                index = self._count
                self._count += 1
                self._happened('barrier.reached')
                if index + 1 == self._parties:
                    self._change(_BarrierState.DRAINING, 'barrier.released')
                else:
                    await self._wait()
                return index
            finally:
                self._count -= 1
                self._happened('barrier.left')
                self._exit()

    def _change(self, state, event):
        self._state = state
        self._happened(event)
        self._cond.notify_all()

    async def _block(self):
        """Waits until those of the round before have left."""
        await self._cond.wait_for(lambda: self._state not in (_BarrierState.DRAINING,
                                                              _BarrierState.RESETTING))
        if self._state is _BarrierState.BROKEN:
            raise BrokenBarrierError('Barrier aborted')

    async def _wait(self):
        await self._cond.wait_for(lambda: self._state is not _BarrierState.FILLING)
        if self._state in (_BarrierState.BROKEN, _BarrierState.RESETTING):
            raise BrokenBarrierError('Abort or reset of barrier')

    def _exit(self):
        if self._count == 0:
            if self._state in (_BarrierState.RESETTING, _BarrierState.DRAINING):
                self._state = _BarrierState.FILLING
            self._cond.notify_all()

    async def reset(self):
        async with self._cond:
            if self._count == 0:
                self._change(_BarrierState.FILLING, 'barrier.reset')
            else:
                self._change(_BarrierState.RESETTING, 'barrier.reset')

    async def abort(self):
        async with self._cond:
            self._change(_BarrierState.BROKEN, 'barrier.broken')
