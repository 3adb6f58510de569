"""The virtual clock, and worker threads that sleep on it: one thread runs at a time."""
import collections
import concurrent.futures.thread
import heapq
import threading
import time
import traceback

RealThread, real_sleep = threading.Thread, time.sleep


class World:
    """Only sleeping moves `now`; computing costs nothing."""

    def __init__(self):
        self.now = 0.0
        self.runnable = collections.deque()  # workers that can go on at once
        self.sleeping = []                   # (wake, sequence, worker)
        self.current = None                  # the worker that holds the baton, None: the main thread
        self.finish = None                   # reports and ends the process
        self._sequence = 0

    def current_worker(self):
        worker = self.current
        return worker if worker is not None and threading.get_ident() == worker.ident else None

    def sleep(self, duration):
        if duration < 0:
            raise ValueError('sleep length must be non-negative')
        until = round(self.now + duration, 9)
        worker = self.current_worker()
        if worker is not None:
            self._sequence += 1
            heapq.heappush(self.sleeping, (until, self._sequence, worker))
            worker.park()
            return
        while self.runnable or (self.sleeping and self.sleeping[0][0] <= until):
            self.run_one()
        self.now = until

    def run_one(self):
        """Lets one worker run: one that can, else the one that wakes first."""
        if self.runnable:
            self.runnable.popleft().resume()
            return
        wake, _, worker = heapq.heappop(self.sleeping)
        self.now = max(self.now, wake)
        worker.resume()

    def run_out(self):
        while self.runnable or self.sleeping:
            self.run_one()

    def wait_until(self, done, subscribe):
        """Blocks the calling thread until done() holds; subscribe(f) has f called when it may."""
        worker = self.current_worker()
        while not done():
            if worker is not None:
                subscribe(lambda *_: self.runnable.append(worker))
                worker.park()
            elif self.runnable or self.sleeping:
                self.run_one()
            else:
                self.finish(deadlock=True)


world = World()


class Worker:
    """A thread that runs only while it holds the baton."""

    def __init__(self, function, name=None):
        self.function, self.name = function, name
        self.go, self.back = threading.Semaphore(0), threading.Semaphore(0)
        self.thread = self.ident = None

    def _body(self):
        self.ident = threading.get_ident()
        self.go.acquire()
        try:
            self.function()
        finally:
            self.back.release()

    def park(self):
        self.back.release()
        self.go.acquire()

    def resume(self):
        if self.thread is None:
            self.thread = RealThread(target=self._body, name=self.name, daemon=True)
            self.thread.start()
            while self.ident is None:
                real_sleep(0)
        previous, world.current = world.current, self
        self.go.release()
        self.back.acquire()
        world.current = previous


class VirtualFuture(concurrent.futures.Future):
    def result(self, timeout=None):
        world.wait_until(self.done, self.add_done_callback)
        return super().result(0)

    def exception(self, timeout=None):
        world.wait_until(self.done, self.add_done_callback)
        return super().exception(0)


class VirtualThread:
    count = 0

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        VirtualThread.count += 1
        self.name = name or f'Thread-{VirtualThread.count}'
        self.daemon = daemon
        self._target, self._args, self._kwargs = target, args, kwargs or {}
        self._over = concurrent.futures.Future()

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        def body():
            try:
                self.run()
            except Exception:
                traceback.print_exc()
            finally:
                self._over.set_result(None)

        world.runnable.append(Worker(body, self.name))

    def join(self, timeout=None):
        self._over.result()

    def is_alive(self):
        return not self._over.done()


class VirtualExecutor(concurrent.futures.Executor):
    pools = 0

    def __init__(self, max_workers=None, thread_name_prefix='', **_):
        self.size = max_workers or 6
        self.active, self.started, self.closed = 0, 0, False
        self.waiting = collections.deque()
        self.joiners = []
        self.prefix = thread_name_prefix or f'ThreadPoolExecutor-{VirtualExecutor.pools}'
        VirtualExecutor.pools += not thread_name_prefix

    def submit(self, function, /, *args, **kwargs):
        if self.closed:
            raise RuntimeError('cannot schedule new futures after shutdown')
        future = concurrent.futures.Future()

        def run():
            if future.set_running_or_notify_cancel():
                try:
                    result = function(*args, **kwargs)
                except BaseException as error:
                    future.set_exception(error)
                else:
                    future.set_result(result)
            self._next()

        if self.active < self.size:
            self.active += 1
            self._start(run)
        else:
            self.waiting.append(run)
        return future

    def _start(self, run):
        name = f'{self.prefix}_{self.started}'
        self.started = (self.started + 1) % self.size
        world.runnable.append(Worker(run, name))

    def _next(self):
        if self.waiting:
            self._start(self.waiting.popleft())
            return
        self.active -= 1
        if not self.active:
            for joined in self.joiners:
                joined()
            self.joiners.clear()

    def shutdown(self, wait=True, *, cancel_futures=False):
        self.closed = True
        if cancel_futures:
            self.waiting.clear()
        if wait:
            world.wait_until(lambda: not self.active, self.joiners.append)


def install():
    concurrent.futures.ThreadPoolExecutor = VirtualExecutor
    concurrent.futures.thread.ThreadPoolExecutor = VirtualExecutor
    concurrent.futures.ProcessPoolExecutor = VirtualExecutor
    concurrent.futures.Future = concurrent.futures._base.Future = VirtualFuture
    threading.Thread = VirtualThread
