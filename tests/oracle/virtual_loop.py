"""asyncio's selector event loop on the virtual clock, with a log of the handles that ran."""
import asyncio
import asyncio.base_events
import asyncio.events
import asyncio.taskgroups
import asyncio.tasks
import inspect
import math
import select
import selectors
import sys
import types
import weakref

from ordered import OrderedSet, OrderedWeakSet
from virtual_threads import world
from virtual_world import Watched


class HandleLog:
    """[iteration, virtual seconds, label, task name or None] for each handle that ran."""

    def __init__(self):
        self.rows = []
        self.iteration = 0
        self.max_iterations = 1_000_000

    def begin_iteration(self):
        self.iteration += 1
        if self.iteration > self.max_iterations:
            world.finish(endless=True)

    def add(self, handle):
        self.rows.append([handle._loop._iteration, round(world.now, 9), *label(handle)])


log = HandleLog()

# How pure-Python asyncio would name the accelerator's callbacks.
PLAIN_NAMES = {'TaskStepMethWrapper': 'Task.__step', 'task_wakeup': 'Task.__wakeup'}


def label(handle):
    function = handle._callback
    while hasattr(function, 'func'):
        function = function.func
    owner = getattr(function, '__self__', None)
    name = getattr(function, '__qualname__', type(function).__name__)
    task = owner.get_name() if isinstance(owner, asyncio.Task) else None
    plain = name.removeprefix(f'{type(owner).__qualname__}.')  # a class derived from Task
    return PLAIN_NAMES.get(plain, name), task


def logged(original):
    def _run(self):
        if getattr(self._callback, '__name__', '') != '_read_from_self':
            log.add(self)
        try:
            return original(self)
        finally:
            self = None  # or the frame of a failed callback keeps its task alive for ever

    return _run


class FilesByNumber(dict):
    """A selector's map: a file stands for its number."""

    def get(self, fd, default=None):
        return super().get(fd if isinstance(fd, int) else fd.fileno(), default)


class VirtualSelector:
    """select() moves the virtual clock instead of waiting."""

    def __init__(self, get_loop):
        self._get_loop = get_loop
        self._keys = {}
        self.woken = False  # somebody wrote to the loop's pipe to itself
        self._outside = Watched(sys.modules['_world'])

    def select(self, timeout=None):
        loop = self._get_loop()
        if timeout == 0:
            world.signal_by(world.now)
            return self._signal_arrived(loop) + self._outside.ready()
        if timeout is not None:
            math.ceil(timeout * 1e3)  # as the real one does: fails for NaN
        fiber = world.current
        unnoticed = 0  # what a signal's handler made ready without waking the loop
        while True:
            events = self._outside.ready()
            if events:
                return events
            from_outside = self._outside.next_time()
            fiber.is_ready = lambda: (len(loop._ready) > unnoticed or self._signal_arrived(loop)
                                      or self._tripped(loop))
            before, self.woken = len(world.signals), False
            world.wait('in loop', lambda: self._due(loop))
            signalled = len(world.signals) < before
            world.handle_tripped()
            if signalled and not self.woken:
                unnoticed = len(loop._ready)
            if fiber.is_ready() or not signalled:
                events = self._signal_arrived(loop) + self._outside.ready()
                idle = not events and not fiber.is_ready() and world.now < self._timer(loop)
                if not (idle and from_outside is not None and world.now >= from_outside):
                    return events

    def _timer(self, loop):
        due = loop._scheduled[0]._when if loop._scheduled else math.inf
        return due if due == math.inf else round(float(due), 9)

    def _due(self, loop):
        outside = self._outside.next_time()
        due = self._timer(loop)
        return due if outside is None else min(due, outside)

    def _tripped(self, loop):
        """A thread raised a signal, and its number lies in the loop's pipe to itself."""
        return bool(world.tripped and getattr(loop, '_signal_handlers', None))

    def _signal_arrived(self, loop):
        """The event of the loop's pipe to itself, into which CPython writes the signal's number."""
        if not getattr(loop, '_signal_handlers', None):
            return []
        pipe = loop._ssock
        if not select.select([pipe], [], [], 0)[0]:
            return []
        return [(self._keys[pipe.fileno()], selectors.EVENT_READ)]

    def register(self, fd, events, data=None):
        number = fd if isinstance(fd, int) else fd.fileno()
        if self._outside.owns(number):
            self._outside.register(fd, number, events, data)
        else:
            self._keys[number] = selectors.SelectorKey(fd, number, events, data)

    modify = register

    def unregister(self, fd):
        number = fd if isinstance(fd, int) else fd.fileno()
        if self._outside.owns(number):
            self._outside.unregister(number)
        else:
            self._keys.pop(number, None)

    def get_map(self):
        return FilesByNumber({**self._keys, **self._outside.keys})

    def get_key(self, fd):
        return self.get_map()[fd]

    def close(self):
        pass


VirtualSelector.__name__ = VirtualSelector.__qualname__ = 'EpollSelector'


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__(VirtualSelector(lambda: self))
        self._asyncgens = OrderedWeakSet()

    def time(self):
        return world.now

    def call_later(self, delay, callback, *args, context=None):
        # As in a thread (world.after): a wait that rounds to nothing would be tried again for ever.
        if isinstance(delay, float) and delay > 0 and round(world.now + delay, 9) <= world.now:
            delay = self._clock_resolution
        return super().call_later(delay, callback, *args, context=context)

    call_later.__qualname__ = 'BaseEventLoop.call_later'

    def _run_once(self):
        log.begin_iteration()
        self._iteration = log.iteration  # loops in other threads count on meanwhile
        super()._run_once()

    def _write_to_self(self):
        self._selector.woken = True


# What a program sees of its loop's type is CPython's own.
VirtualLoop.__name__ = VirtualLoop.__qualname__ = '_UnixSelectorEventLoop'
VirtualLoop.__module__ = 'asyncio.unix_events'


class FifoTimer(asyncio.TimerHandle):
    """Equal deadlines fire in the order they were set, as on a clock that moves between two calls."""

    __slots__ = ('_sequence', '_has_time')
    count = 0

    def __init__(self, when, *args, **kwargs):
        super().__init__(when, *args, **kwargs)
        FifoTimer.count += 1
        self._sequence = FifoTimer.count
        self._has_time = isinstance(when, (int, float)) and when == when

    @property
    def key(self):
        return round(min(self._when * 1e9, 2.0 ** 63)), self._sequence

    def __lt__(self, other):
        if self._has_time and other._has_time:
            return self.key < other.key
        return self._when < other._when

    def __hash__(self):
        return id(self)

    def __eq__(self, other):
        return self is other


FifoTimer.__name__ = FifoTimer.__qualname__ = 'TimerHandle'
FifoTimer.__module__ = 'asyncio.events'


def order_all_tasks():
    """all_tasks() iterates in order of creation."""
    created = weakref.WeakKeyDictionary()
    starting = {}  # by the coroutine: a task that starts eagerly is seen before it is given back
    make, find = VirtualLoop.create_task, asyncio.tasks.all_tasks

    def create_task(self, coro, **kwargs):
        order = order_all_tasks.count
        order_all_tasks.count += 1
        key = id(coro)
        starting[key] = order
        try:
            task = make(self, coro, **kwargs)
        finally:
            starting.pop(key, None)
        created[task] = order
        return task

    def order_of(task):
        return created[task] if task in created else starting.get(id(task.get_coro()), 1 << 60)

    def all_tasks(loop=None):
        return OrderedSet(sorted(find(loop), key=order_of))

    create_task.__qualname__ = 'BaseEventLoop.create_task'
    all_tasks.__qualname__ = 'all_tasks'
    VirtualLoop.create_task = create_task
    asyncio.all_tasks = asyncio.tasks.all_tasks = all_tasks


order_all_tasks.count = 0


def order_as_completed():
    """as_completed starts its awaitables in the order given: its set comprehension is rebuilt."""
    source = inspect.getsource(asyncio.tasks._AsCompletedIterator).replace(
        '{ensure_future(aw, loop=loop) for aw in set(aws)}',
        'set([ensure_future(aw, loop=loop) for aw in set(aws)])')
    exec(compile(source, asyncio.tasks.__file__, 'exec'), asyncio.tasks.__dict__)
    asyncio._AsCompletedIterator = asyncio.tasks._AsCompletedIterator


def install():
    asyncio.events.Handle._run = logged(asyncio.events.Handle._run)
    asyncio.events.TimerHandle = asyncio.TimerHandle = FifoTimer
    for module in (asyncio.tasks, asyncio.taskgroups, asyncio.base_events):
        module.set = OrderedSet
    asyncio.base_events.weakref = types.SimpleNamespace(**{**vars(weakref), 'WeakSet': OrderedWeakSet})
    order_as_completed()
    order_all_tasks()
    asyncio.DefaultEventLoopPolicy._loop_factory = VirtualLoop
    asyncio.SelectorEventLoop = asyncio.EventLoop = VirtualLoop
