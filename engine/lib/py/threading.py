"""Threads in virtual time: one runs at a time, until it sleeps, blocks or ends.

Locks and the change from one thread to another are in C (_thread); what waits for more than a lock
is built from conditions, as in CPython, so that threads wake up in the same order.
"""

import sys as _sys
from _threading_local import local
from _thread import (LockType as Lock, RLock, TIMEOUT_MAX, _current, _handles, _new_handle,
                     allocate_lock as _allocate_lock, get_ident, get_native_id, stack_size)
from collections import deque as _deque
from time import monotonic as _time

__all__ = ['get_ident', 'active_count', 'Condition', 'current_thread', 'enumerate', 'main_thread',
           'TIMEOUT_MAX', 'Event', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Thread',
           'Barrier', 'BrokenBarrierError', 'Timer', 'ThreadError', 'setprofile', 'settrace',
           'local', 'stack_size', 'excepthook', 'ExceptHookArgs', 'getprofile', 'gettrace',
           'setprofile_all_threads', 'settrace_all_threads', 'get_native_id']

ThreadError = RuntimeError


# ---- Conditions and what consists of them ---------------------------------------------------


class Condition:
    """Threads wait for news about what a lock guards. Each has a lock of its own to wait on."""

    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, saved):
        self._lock.acquire()

    def _is_owned(self):
        # A plain lock does not say who holds it: it is held by somebody.
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        turn = _allocate_lock()
        turn.acquire()
        self._waiters.append(turn)
        saved = self._release_save()
        notified = False
        try:
            if timeout is None:
                turn.acquire()
                notified = True
            elif timeout > 0:
                notified = turn.acquire(True, timeout)
            else:
                notified = turn.acquire(False)
            return notified
        finally:
            self._acquire_restore(saved)
            if not notified:
                try:
                    self._waiters.remove(turn)
                except ValueError:
                    pass

    def wait_for(self, predicate, timeout=None):
        end = None
        left = timeout
        result = predicate()
        while not result:
            if left is not None:
                if end is None:
                    end = _time() + left
                else:
                    left = end - _time()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        while n > 0 and self._waiters:
            turn = self._waiters.popleft()
            if turn.locked():
                turn.release()
                n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))

    def notifyAll(self):
        _deprecated('notifyAll() is deprecated, use notify_all() instead')
        self.notify_all()


def _deprecated(text):
    import warnings
    warnings.warn(text, DeprecationWarning, stacklevel=3)


def _address(obj):
    kind = type(obj)
    return f'{kind.__module__}.{kind.__qualname__} at {id(obj):#x}'


class Semaphore:

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        return f'<{_address(self)}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = _time() + timeout
                    else:
                        timeout = end - _time()
                        if timeout <= 0:
                            return False
                self._cond.wait(timeout)
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.release()


class BoundedSemaphore(Semaphore):

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def __repr__(self):
        return f'<{_address(self)}: value={self._value}/{self._initial_value}>'

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            self._cond.notify(n)


class Event:

    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        return f'<{_address(self)}: {"set" if self._flag else "unset"}>'

    def is_set(self):
        return self._flag

    def isSet(self):
        _deprecated('isSet() is deprecated, use is_set() instead')
        return self.is_set()

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._flag or self._cond.wait(timeout)


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """All parties wait for the last one; then they leave, and only then does it fill again."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._count = 0
        self._state = 'filling'

    def __repr__(self):
        if self.broken:
            return f'<{_address(self)}: broken>'
        return f'<{_address(self)}: waiters={self.n_waiting}/{self.parties}>'

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            while self._state in ('draining', 'resetting'):
                self._cond.wait()
            if self._state == 'broken':
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._open()
                else:
                    self._wait(timeout)
                return index
            finally:
                self._count -= 1
                if not self._count and self._state in ('draining', 'resetting'):
                    self._state = 'filling'
                    self._cond.notify_all()

    def _open(self):
        try:
            if self._action:
                self._action()
            self._state = 'draining'
            self._cond.notify_all()
        except:
            self._break()
            raise

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != 'filling', timeout):
            self._break()
            raise BrokenBarrierError
        if self._state in ('broken', 'resetting'):
            raise BrokenBarrierError

    def _break(self):
        self._state = 'broken'
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if not self._count:
                self._state = 'filling'
            elif self._state in ('filling', 'broken'):
                self._state = 'resetting'
            self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 'filling' else 0

    @property
    def broken(self):
        return self._state == 'broken'


# ---- Threads --------------------------------------------------------------------------------

_made = 0
_over = False  # the program is past its end: atexit functions run


def _fresh_name(target=None):
    global _made
    _made += 1
    if target is None:
        return f'Thread-{_made}'
    try:
        return f'Thread-{_made} ({target.__name__})'
    except AttributeError:
        return f'Thread-{_made}'


class Thread:

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        self._target = target
        self._name = str(name) if name else _fresh_name(target)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._handle = None
        self._locals = {}
        self._initialized = True

    def __repr__(self):
        self._check_initialized('Thread.__init__() was not called')
        status = 'initial'
        if self._handle is not None:
            status = 'started' if self.is_alive() else 'stopped'
        if self._daemonic:
            status += ' daemon'
        if self._handle is not None:
            status += f' {self.ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'

    def _check_initialized(self, message='Thread.__init__() not called'):
        assert self._initialized, message

    def start(self):
        if not self._initialized:
            raise RuntimeError('thread.__init__() not called')
        if self._handle is not None:
            raise RuntimeError('threads can only be started once')
        if _over:
            raise RuntimeError("can't create new thread at interpreter shutdown")
        self._handle = _new_handle(self._name, self, self._daemonic)
        self._handle.launch(self._bootstrap_inner, ())

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # A target that is a method of the thread would keep it alive.
            del self._target, self._args, self._kwargs

    def _bootstrap_inner(self):
        try:
            self.run()
        except:
            self._handle.fail()
            _report(self)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._handle is None:
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if timeout is not None:
            timeout = max(timeout, 0)
        self._handle.join(timeout)

    def is_alive(self):
        self._check_initialized()
        return self._handle is not None and not self._handle.is_done()

    @property
    def name(self):
        self._check_initialized()
        return self._name

    @name.setter
    def name(self, name):
        self._check_initialized()
        self._name = str(name)
        if self._handle is not None:
            self._handle.name = self._name

    @property
    def ident(self):
        self._check_initialized()
        return None if self._handle is None else self._handle.ident

    @property
    def native_id(self):
        self._check_initialized()
        return None if self._handle is None else self._handle.native_id

    @property
    def daemon(self):
        self._check_initialized()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError('Thread.__init__() not called')
        if self._handle is not None:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        _deprecated('isDaemon() is deprecated, get the daemon attribute instead')
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated('setDaemon() is deprecated, set the daemon attribute instead')
        self.daemon = daemonic

    def getName(self):
        _deprecated('getName() is deprecated, get the name attribute instead')
        return self.name

    def setName(self, name):
        _deprecated('setName() is deprecated, set the name attribute instead')
        self.name = name


class _MainThread(Thread):

    def __init__(self):
        self._target, self._args, self._kwargs = None, (), {}
        self._name = 'MainThread'
        self._daemonic = False
        self._handle = _handles()[0]
        self._handle.object = self
        self._locals = {}
        self._initialized = True


class _DummyThread(Thread):
    """Stands for a thread that _thread.start_new_thread() made."""

    def __init__(self, handle):
        super().__init__(name=_fresh_name().replace('Thread', 'Dummy'), daemon=True)
        self._handle = handle
        handle.object = self


class _PoolThread(Thread):
    """A thread of an executor: it runs one function after the other, and rests in between."""

    _retired = False

    def _run_next(self, function):
        if self._handle is None:
            self._handle = _new_handle(self._name, self, False, True)
            _pooled.append(self)
        self._next = function
        self._handle.object = self
        self._handle.launch(self._bootstrap_inner, ())

    def run(self):
        function = self._next
        self._next = None
        function()

    def is_alive(self):
        return not self._retired or super().is_alive()

    def _retire(self):
        """Its executor needs it no more."""
        if not self._retired:
            self._retired = True
            _pooled.remove(self)


_pooled = []
_PoolThread.__name__ = _PoolThread.__qualname__ = 'Thread'


class Timer(Thread):
    """Calls a function after some seconds unless cancel() comes first."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


def current_thread():
    handle = _current()
    return handle.object or _DummyThread(handle)


def currentThread():
    _deprecated('currentThread() is deprecated, use current_thread() instead')
    return current_thread()


def main_thread():
    return _main


def enumerate():
    found = [handle.object for handle in _handles() if handle.object is not None]
    found += [thread for thread in _pooled if thread not in found]  # they rest
    found.sort(key=lambda thread: thread.native_id)
    return found


def active_count():
    return len(enumerate())


def activeCount():
    _deprecated('activeCount() is deprecated, use active_count() instead')
    return active_count()


# ---- Errors that end a thread ---------------------------------------------------------------


class ExceptHookArgs(tuple):
    """What an excepthook is called with: exc_type, exc_value, exc_traceback, thread."""

    def __new__(cls, values):
        return super().__new__(cls, values)

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        names = ('exc_type', 'exc_value', 'exc_traceback', 'thread')
        shown = ', '.join(f'{name}={value!r}' for name, value in zip(names, self))
        return f'_thread._ExceptHookArgs({shown})'


ExceptHookArgs.__module__ = '_thread'
ExceptHookArgs.__name__ = ExceptHookArgs.__qualname__ = '_ExceptHookArgs'


def excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    import traceback
    name = args.thread.name if args.thread is not None else get_ident()
    text = ''.join(traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback))
    print(f'Exception in thread {name}:\n{text}', end='', file=_sys.stderr, flush=True)


__excepthook__ = excepthook


def _report(thread):
    args = ExceptHookArgs([*_sys.exc_info(), thread])
    try:
        excepthook(args)
    except Exception as exc:
        exc.__suppress_context__ = True
        print('Exception in threading.excepthook:', file=_sys.stderr, flush=True)
        _sys.excepthook(type(exc), exc, exc.__traceback__)


# ---- The program's end, and what debuggers would use ----------------------------------------

_at_end = []


def _register_atexit(function, *args, **kwargs):
    if _ending:
        raise RuntimeError("can't register atexit after shutdown")
    _at_end.append(lambda: function(*args, **kwargs))


_ending = False


def _shutdown():
    """The main program is over; the other threads run out next."""
    global _ending
    _ending = True
    for function in reversed(_at_end):
        function()


def _finalize():
    global _over
    _over = True


def gettrace():
    return None


def getprofile():
    return None


def settrace(func):
    _sys.settrace(func)


def setprofile(func):
    _sys.setprofile(func)


settrace_all_threads = settrace
setprofile_all_threads = setprofile

_current()  # from here on the main thread has a handle
_main = _MainThread()
