"""asyncio's selector event loop on the virtual clock, with a log of the handles that ran."""
import asyncio
import asyncio.base_events
import asyncio.events
import asyncio.taskgroups
import asyncio.tasks
import inspect
import math
import weakref

from ordered import OrderedSet, OrderedWeakSet
from virtual_threads import VirtualExecutor, world


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
        self.rows.append([self.iteration, round(world.now, 9), *label(handle)])


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
        log.add(self)
        try:
            return original(self)
        finally:
            self = None  # or the frame of a failed callback keeps its task alive for ever

    return _run


class VirtualSelector:
    """select() moves the virtual clock instead of waiting."""

    def __init__(self, get_loop):
        self._get_loop = get_loop

    def select(self, timeout=None):
        loop = self._get_loop()
        if timeout == 0:
            return []
        while True:
            if world.runnable:
                world.run_one()
                continue
            if loop._ready:
                return []
            due = loop._scheduled[0]._when if loop._scheduled else None
            if world.sleeping and (due is None or world.sleeping[0][0] <= due):
                world.run_one()
                continue
            if due is None or due == math.inf:
                world.finish(deadlock=True)
            world.now = max(world.now, round(due, 9))
            return []

    def register(self, fd, events, data=None):
        pass

    def unregister(self, fd):
        pass

    def modify(self, *args, **kwargs):
        pass

    def get_map(self):
        return {}

    def get_key(self, fd):
        raise KeyError(fd)

    def close(self):
        pass


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__(VirtualSelector(lambda: self))
        self._asyncgens = OrderedWeakSet()

    def time(self):
        return world.now

    def _run_once(self):
        log.begin_iteration()
        super()._run_once()

    def _write_to_self(self):
        pass

    def set_default_executor(self, executor):
        self._default_executor = executor

    def run_in_executor(self, executor, func, *args):
        if executor is None:
            if self._default_executor is None:
                self._default_executor = VirtualExecutor(thread_name_prefix='asyncio')
            executor = self._default_executor
        return super().run_in_executor(executor, func, *args)


# What a program sees of its loop's type is CPython's own.
VirtualLoop.__name__ = VirtualLoop.__qualname__ = '_UnixSelectorEventLoop'
VirtualLoop.__module__ = 'asyncio.unix_events'


class FifoTimer(asyncio.TimerHandle):
    """Equal deadlines fire in the order they were set, as on a clock that moves between two calls."""

    __slots__ = ('_sequence',)
    count = 0

    def __init__(self, when, *args, **kwargs):
        super().__init__(when, *args, **kwargs)
        FifoTimer.count += 1
        self._sequence = FifoTimer.count

    @property
    def key(self):
        return round(min(self._when * 1e9, 2.0 ** 63)), self._sequence

    def __lt__(self, other):
        return self.key < other.key

    def __hash__(self):
        return id(self)

    def __eq__(self, other):
        return self is other


FifoTimer.__name__ = FifoTimer.__qualname__ = 'TimerHandle'
FifoTimer.__module__ = 'asyncio.events'


class VirtualPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return VirtualLoop()


def order_all_tasks():
    """all_tasks() iterates in order of creation."""
    created = weakref.WeakKeyDictionary()
    make, find = VirtualLoop.create_task, asyncio.tasks.all_tasks

    def create_task(self, *args, **kwargs):
        order = order_all_tasks.count
        order_all_tasks.count += 1
        task = make(self, *args, **kwargs)
        created[task] = order
        return task

    def all_tasks(loop=None):
        return OrderedSet(sorted(find(loop), key=lambda t: created.get(t, 1 << 60)))

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
    order_as_completed()
    order_all_tasks()
    asyncio.set_event_loop_policy(VirtualPolicy())
    asyncio.SelectorEventLoop = VirtualLoop
