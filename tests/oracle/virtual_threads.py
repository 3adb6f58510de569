"""The virtual clock, and threads that wait on it: one runs at a time.

Everything that CPython builds from locks and threads (conditions, events, queues, futures) is its
own code; only locks, starting, joining and sleeping are virtual. A thread runs until it waits or
ends; then the next one is chosen, see World.choose().
"""
import _thread
import collections
import concurrent.futures
import functools
import math
import os
import queue
import signal
import threading
import time

real_lock, real_start = _thread.allocate_lock, _thread.start_new_thread
real_sleep = time.sleep


class Fiber:
    """A thread of the program; it runs only while it holds the baton."""

    def __init__(self, daemon=False):
        self.daemon, self.done = daemon, False
        self.state, self.until, self.since = 'new', math.inf, 0
        self.queue = self.function = self.ident = self.is_ready = None
        self.joiners = []
        self._go = real_lock()
        self._go.acquire()

    def begin(self):
        """Makes the real thread, which waits for its turn."""
        real_start(self._body, ())
        while self.ident is None:
            real_sleep(0)

    def retire(self):
        """The real thread ends; the fiber is not running."""
        self.function = None
        self._go.release()

    def _body(self):
        self.native_id = threading.get_native_id()
        self.ident = threading.get_ident()
        while True:
            self._go.acquire()
            if self.function is None:
                return
            function, self.function = self.function, None
            function()
            function = None  # an error's traceback leads here
            world.ended(self)

    def resume(self):
        self._go.release()

    def park(self):
        self._go.acquire()

    def deadline(self):
        if self.state == 'in loop':
            return self.until()
        return self.until


class World:
    """Only waiting moves `now`; computing costs nothing."""

    def __init__(self):
        self.now = 0.0
        self.finish = None                  # reports and ends the process
        self.signals = collections.deque()  # (time, number) that come from outside, in order
        self.main = Fiber()
        self.main.state = 'running'
        self.current = self.main
        self.living = [self.main]
        self.ready = collections.deque()
        self.over = False                   # past the program's end
        self._at_exit = []                  # the main thread, while it waits for the others
        self._waits = 0
        self._woke_sleeper = self._interrupted = False
        self._sent = False                  # a thread sent one of `signals` to the process
        self.tripped = set()                # signals that threads raised for themselves

    def launch(self, fiber, function):
        fiber.function, fiber.state, fiber.done = function, 'ready', False
        if fiber not in self.living:
            self.living.append(fiber)
        self.ready.append(fiber)

    def wake(self, queue, all=False):
        """Lets the first (or all) of those that wait in line go on: the main thread before others."""
        for fiber in queue[:] if all else queue[:1]:
            queue.remove(fiber)
            fiber.queue, fiber.state = None, 'ready'
            if fiber is self.main:
                self.ready.appendleft(fiber)
            else:
                self.ready.append(fiber)

    def after(self, seconds):
        until = round(self.now + seconds, 9)
        return round(self.now + 1e-9, 9) if until <= self.now and seconds > 0 else until

    def sleep(self, duration):
        if duration < 0:
            raise ValueError('sleep length must be non-negative')
        self.wait('sleeping', self.after(duration))
        self.handle_tripped()

    def wait(self, state, until=math.inf, queue=None):
        """The running thread waits: until somebody wakes the queue, or until the time.

        In the main thread also until a signal was handled, if the state is 'in loop'.
        """
        me = self.current
        self._waits += 1
        me.state, me.until, me.since, me.queue = state, until, self._waits, queue
        if queue is not None:
            queue.append(me)
        while True:
            fiber = self.choose()
            if fiber is None:
                self.finish(deadlock=True)
            if fiber is not me:
                self._give_to(fiber)
                me.park()
            if not self._interrupted:
                me.state = 'running'
                if me is self.main and self._sent:
                    self._sent = False
                    self.send_signal()
                return
            self._interrupted = False
            try:
                self.send_signal()
            except BaseException:
                if me.queue is not None:
                    me.queue.remove(me)
                me.queue, me.state = None, 'running'
                raise
            if state == 'in loop':
                me.state = 'running'
                return
            if queue is not None:  # the system puts it at the end of the line again
                queue.remove(me)
                queue.append(me)

    def _give_to(self, fiber):
        self.current = fiber
        if not self._interrupted:
            fiber.state = 'running'
        fiber.resume()

    def _ready_loop(self):
        for fiber in self.living:
            if fiber.state == 'in loop' and fiber.is_ready():
                return fiber
        return None

    def _rank(self, fiber):
        kind = 2 if fiber is self.main else 1 if fiber.state == 'in loop' else 0
        return fiber.deadline(), kind, fiber.since

    def choose(self):
        """Who runs next: a loop with something ready right after a sleeper's turn; who is ready, in
        order; a loop with something ready; whose time comes first."""
        woke_sleeper, self._woke_sleeper = self._woke_sleeper, False
        fiber = self._ready_loop() if woke_sleeper else None
        if fiber is None and self._sent and self.main.state in WAITING:
            self._sent, self._interrupted = False, True
            return self.main
        if fiber is None and self.ready:
            fiber = self.ready.popleft()
        fiber = fiber or self._ready_loop()
        if fiber is not None:
            return fiber
        waiting = [f for f in self.living if f.state in WAITING]
        waiting = [f for f in waiting if f.deadline() < math.inf]
        first = min(waiting, key=self._rank, default=None)
        until = first.deadline() if first else math.inf
        if self.signals and self.signals[0][0] <= until:
            self.now = max(self.now, self.signals[0][0])
            self._interrupted = True
            return self.main
        if first is None:
            return None
        self.now = max(self.now, until)
        if first.queue is not None:
            first.queue.remove(first)
            first.queue = None
        self._woke_sleeper = first is not self.main
        return first

    def ended(self, fiber):
        """Its function returned; it may have been launched again meanwhile."""
        if fiber.function is None:
            fiber.state, fiber.done = 'finished', True
            self.living.remove(fiber)
            self.wake(fiber.joiners, all=True)
        if self._at_exit and not self._others():
            self.wake(self._at_exit)
        following = self.choose()
        if following is None:
            self.finish(deadlock=True)
        self._give_to(following)

    def _others(self):
        return [f for f in self.living if f is not self.main and not f.daemon]

    def send_signal(self):
        os.kill(os.getpid(), self.signals.popleft()[1])

    def signal_from_thread(self, number, to_process):
        """As the system does: what is for the process ends the main thread's wait; what a thread
        raises for itself is handled once the main thread goes on by itself."""
        if not to_process:
            self.tripped.add(number)
            return
        place = sum(at <= self.now for at, _ in self.signals)
        self.signals.insert(place, (self.now, number))
        self._sent = True

    def handle_tripped(self):
        """At the end of each call in which the main thread may have waited."""
        while self.tripped and self.current is self.main:
            number = min(self.tripped)
            self.tripped.remove(number)
            signal.raise_signal(number)

    def signal_by(self, until):
        """In the main thread: delivers the next signal from outside if it comes by then."""
        if not self.signals or self.signals[0][0] > until or self.current is not self.main:
            return False
        self.now = max(self.now, self.signals[0][0])
        self.send_signal()
        return True

    def run_out(self):
        """The main program is over; the threads that are no daemons go on to their ends."""
        self.over = True
        self.main.done = True
        self.wake(self.main.joiners, all=True)
        while self._others():
            self.wait('blocked', queue=self._at_exit)
            self.handle_tripped()


WAITING = ('sleeping', 'blocked', 'in loop')
world = World()


class VirtualLock:
    def __init__(self):
        self._locked = False
        self._waiters = []

    def acquire(self, blocking=True, timeout=-1):
        real_lock().acquire(blocking, timeout)  # says what is wrong with the arguments
        until = world.now if not blocking else math.inf if timeout == -1 else world.after(timeout)
        while self._locked:
            if until <= world.now:
                world.handle_tripped()
                return False
            world.wait('blocked', until, self._waiters)
        self._locked = True
        world.handle_tripped()
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('release unlocked lock')
        self._locked = False
        world.wake(self._waiters)

    def locked(self):
        return self._locked

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def _at_fork_reinit(self):
        self.__init__()

    def __repr__(self):
        state = 'locked' if self._locked else 'unlocked'
        return f'<{state} _thread.lock object at {id(self):#x}>'


class VirtualRLock(threading._PyRLock):
    def acquire(self, blocking=True, timeout=-1):
        return bool(super().acquire(blocking, timeout))

    __enter__ = acquire

    def __repr__(self):
        state = 'locked' if self._count else 'unlocked'
        return (f'<{state} _thread.RLock object owner={self._owner or 0} '
                f'count={self._count} at {id(self):#x}>')


class Handle:
    """What a Thread asks whether it is over."""

    def __init__(self, fiber):
        self.fiber = fiber

    @property
    def ident(self):
        return self.fiber.ident

    def is_done(self):
        return self.fiber.done

    def join(self, timeout=None):
        until = math.inf if timeout is None else world.after(timeout)
        while not self.fiber.done and until > world.now:
            world.wait('blocked', until, self.fiber.joiners)
        world.handle_tripped()

    def _set_done(self):
        pass


def enter_thread(thread):
    """Gives a Thread its fiber, and makes it known as one that runs."""
    fiber = Fiber(thread.daemon)
    fiber.begin()
    thread._handle = Handle(fiber)
    thread._ident, thread._native_id = fiber.ident, fiber.native_id
    threading._active[fiber.ident] = thread
    thread._started.set()
    return fiber


def start(self):
    if not self._initialized:
        raise RuntimeError('thread.__init__() not called')
    if self._started.is_set():
        raise RuntimeError('threads can only be started once')
    if world.over and not world._others() and world.current is world.main:
        raise RuntimeError("can't create new thread at interpreter shutdown")
    world.launch(enter_thread(self), functools.partial(live, self))


def live(thread):
    fiber = thread._handle.fiber
    try:
        thread.run()
    except BaseException:
        thread._invoke_excepthook(thread)
    finally:
        thread._delete()
        fiber.function = None


def start_new_thread(function, args, kwargs={}):
    if not callable(function):
        raise TypeError('first arg must be callable')
    if not isinstance(args, tuple):
        raise TypeError('2nd arg must be a tuple')
    if not isinstance(kwargs, dict):
        raise TypeError('optional 3rd arg must be a dictionary')

    def run():
        try:
            function(*args, **kwargs)
        except SystemExit:
            pass
        except BaseException as error:
            import sys
            sys.stderr.write(f'Exception ignored in thread started by {function!r}:\n')
            sys.excepthook(type(error), error, error.__traceback__.tb_next)
        threading._active.pop(fiber.ident, None)

    fiber = Fiber(daemon=True)
    fiber.begin()
    world.launch(fiber, run)
    return fiber.ident


def ends_process(number):
    """Whether a signal that nobody handles ends the process."""
    quiet = (signal.SIGCHLD, signal.SIGCONT, signal.SIGURG, signal.SIGWINCH)
    return signal.getsignal(number) is signal.SIG_DFL and number not in quiet


def watched(send, number_at):
    """os.kill and raise_signal: the report is written before a signal ends the process, and the
    main thread handles what other threads send when it is its turn."""
    def send_signal(*args):
        number = args[number_at]
        own = number_at == 0 or args[0] == os.getpid()
        if own and number in signal.valid_signals():
            if ends_process(number):
                world.finish()
            if world.current is not world.main and callable(signal.getsignal(number)):
                return world.signal_from_thread(number, to_process=number_at == 1)
        return send(*args)

    send_signal.__name__ = send_signal.__qualname__ = send.__name__
    return send_signal


def named(cls, module, name):
    cls.__module__, cls.__name__, cls.__qualname__ = module, name, name
    return cls


def install():
    os.kill = watched(os.kill, 1)
    signal.raise_signal = watched(signal.raise_signal, 0)
    _thread.interrupt_main = lambda number=signal.SIGINT: (
        callable(signal.getsignal(number)) and signal.raise_signal(number)) and None
    lock, rlock = named(VirtualLock, '_thread', 'lock'), named(VirtualRLock, '_thread', 'RLock')
    _thread.lock = _thread.LockType = _thread.allocate_lock = _thread.allocate = lock
    _thread.RLock = rlock
    _thread.start_new_thread = _thread.start_new = start_new_thread
    threading.Lock = threading._allocate_lock = lock
    threading.RLock = rlock
    threading._time = lambda: world.now
    threading.Thread.start = start
    threading._main_thread._handle = Handle(world.main)
    world.main.ident = threading.get_ident()
    queue.time = lambda: world.now
    queue.SimpleQueue = named(queue._PySimpleQueue, '_queue', 'SimpleQueue')
    import virtual_executors
    virtual_executors.install()
