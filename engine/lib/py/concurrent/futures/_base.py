"""Futures that threads wait for."""

import threading as _threading
import time as _time
import types as _types
from collections import namedtuple as _namedtuple

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'
_EACH = 'each'

PENDING = 'PENDING'
RUNNING = 'RUNNING'
CANCELLED = 'CANCELLED'
CANCELLED_AND_NOTIFIED = 'CANCELLED_AND_NOTIFIED'
FINISHED = 'FINISHED'

_SHOWN = {PENDING: 'pending', RUNNING: 'running', CANCELLED: 'cancelled',
          CANCELLED_AND_NOTIFIED: 'cancelled', FINISHED: 'finished'}
_TOLD = (CANCELLED_AND_NOTIFIED, FINISHED)  # its waiters know


class Error(Exception):
    pass


class CancelledError(Error):
    pass


TimeoutError = TimeoutError


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


def _log(level, *args):
    import logging
    getattr(logging.getLogger('concurrent.futures'), level)(*args, exc_info=True)


class _Waiter:
    """Gathers futures of wait() and as_completed() as they end."""

    def __init__(self, wanted, stop_on_exception=False):
        self.event = _threading.Event()
        self.finished_futures = []
        self._wanted = wanted  # how many must end; 0: tells each
        self._stop_on_exception = stop_on_exception

    def add(self, future):
        self.finished_futures.append(future)
        failed = self._stop_on_exception and future._state == FINISHED and future._exception
        if self._wanted:
            self._wanted -= 1
        if failed or not self._wanted:
            self.event.set()


class Future:
    """The outcome of a function that runs in another thread."""

    def __init__(self):
        self._condition = _threading.Condition()
        self._state = PENDING
        self._result = None
        self._exception = None
        self._waiters = []
        self._done_callbacks = []

    def _invoke_callbacks(self):
        for callback in self._done_callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            _log('error', 'exception calling callback for %r', self)

    def __repr__(self):
        with self._condition:
            state = _SHOWN[self._state]
            if self._state == FINISHED:
                if self._exception:
                    state += f' raised {type(self._exception).__name__}'
                else:
                    state += f' returned {type(self._result).__name__}'
            return f'<{type(self).__name__} at {id(self):#x} state={state}>'

    def cancel(self):
        """Only a function that has not begun can be cancelled."""
        with self._condition:
            if self._state in (RUNNING, FINISHED):
                return False
            if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
                return True
            self._state = CANCELLED
            self._condition.notify_all()
        self._invoke_callbacks()
        return True

    def cancelled(self):
        with self._condition:
            return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED)

    def running(self):
        with self._condition:
            return self._state == RUNNING

    def done(self):
        with self._condition:
            return self._done()

    def _done(self):
        return self._state in (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)

    def add_done_callback(self, fn):
        with self._condition:
            if not self._done():
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _await_done(self, timeout):
        if not self._done():
            self._condition.wait(timeout)
        if self._state in (CANCELLED, CANCELLED_AND_NOTIFIED):
            raise CancelledError()
        if self._state != FINISHED:
            raise TimeoutError()

    def result(self, timeout=None):
        try:
            with self._condition:
                self._await_done(timeout)
                if not self._exception:
                    return self._result
                try:
                    raise self._exception
                finally:
                    self = None  # the traceback would keep it alive
        finally:
            self = None

    def exception(self, timeout=None):
        with self._condition:
            self._await_done(timeout)
            return self._exception

    # For executors and tests.

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == CANCELLED:
                self._state = CANCELLED_AND_NOTIFIED
                self._tell_waiters()
                return False
            if self._state == PENDING:
                self._state = RUNNING
                return True
            import logging
            logging.getLogger('concurrent.futures').critical(
                'Future %s in unexpected state: %s', id(self), self._state)
            raise RuntimeError('Future in unexpected state')

    def set_result(self, result):
        with self._condition:
            self._check_open()
            self._result = result
            self._end()
        self._invoke_callbacks()

    def set_exception(self, exception):
        with self._condition:
            self._check_open()
            self._exception = exception
            self._end()
        self._invoke_callbacks()

    def _check_open(self):
        if self._done():
            raise InvalidStateError(f'{self._state}: {self!r}')

    def _end(self):
        self._state = FINISHED
        self._tell_waiters()
        self._condition.notify_all()

    def _tell_waiters(self):
        for waiter in self._waiters:
            waiter.add(self)

    __class_getitem__ = classmethod(_types.GenericAlias)


DoneAndNotDoneFutures = _namedtuple('DoneAndNotDoneFutures', 'done not_done')


def _install_waiter(fs, return_when):
    open_ones = sum(f._state not in _TOLD for f in fs)
    if return_when == _EACH:
        waiter = _Waiter(0)
    elif return_when == FIRST_COMPLETED:
        waiter = _Waiter(1)
    elif return_when in (FIRST_EXCEPTION, ALL_COMPLETED):
        waiter = _Waiter(open_ones, return_when == FIRST_EXCEPTION)
    else:
        raise ValueError(f'Invalid return condition: {return_when!r}')
    for f in fs:
        f._waiters.append(waiter)
    return waiter


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    done = {f for f in fs if f._state in _TOLD}
    enough = len(done) == len(fs)
    if done and return_when == FIRST_COMPLETED:
        enough = True
    elif done and return_when == FIRST_EXCEPTION:
        enough = enough or any(not f.cancelled() and f.exception() is not None for f in done)
    if enough:
        return DoneAndNotDoneFutures(done, fs - done)
    waiter = _install_waiter(fs, return_when)
    waiter.event.wait(timeout)
    for f in fs:
        f._waiters.remove(waiter)
    done.update(waiter.finished_futures)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + _time.monotonic()
    fs = set(fs)
    total = len(fs)
    finished = [f for f in fs if f._state in _TOLD]
    pending = {f for f in fs if f._state not in _TOLD}
    waiter = _install_waiter(fs, _EACH)
    try:
        yield from _give_up_one_by_one(finished, waiter, (fs,))
        while pending:
            left = None
            if end is not None:
                left = end - _time.monotonic()
                if left <= 0:
                    raise TimeoutError(f'{len(pending)} (of {total}) futures unfinished')
            waiter.event.wait(left)
            finished = waiter.finished_futures
            waiter.finished_futures = []
            waiter.event.clear()
            finished.reverse()
            yield from _give_up_one_by_one(finished, waiter, (fs, pending))
    finally:
        for f in fs:
            f._waiters.remove(waiter)


def _give_up_one_by_one(futures, waiter, sets):
    """From the last to the first, keeping no reference to what was given."""
    while futures:
        f = futures[-1]
        for one in sets:
            one.remove(f)
        f._waiters.remove(waiter)
        del f
        yield futures.pop()


class Executor:

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else timeout + _time.monotonic()
        fs = [self.submit(fn, *args) for args in zip(*iterables)]

        def result_iterator():
            try:
                fs.reverse()
                while fs:
                    left = None if end is None else end - _time.monotonic()
                    yield _result_or_cancel(fs.pop(), left)
            finally:
                for future in fs:
                    future.cancel()

        return result_iterator()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _result_or_cancel(fut, timeout=None):
    try:
        try:
            return fut.result(timeout)
        finally:
            fut.cancel()
    finally:
        del fut
