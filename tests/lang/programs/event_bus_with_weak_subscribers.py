import asyncio
import inspect
import traceback
import weakref
from collections import defaultdict
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from contextvars import ContextVar, copy_context
from functools import partialmethod, partial
from types import MappingProxyType, SimpleNamespace
import warnings

request_id: ContextVar[str] = ContextVar("request_id", default="-")


class Signal:
    """A descriptor: each instance has its own subscribers."""

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if not hasattr(instance, self.name):
            setattr(instance, self.name, Bound())
        return getattr(instance, self.name)


class Bound:
    def __init__(self):
        self.targets = weakref.WeakSet()
        self.plain = []

    def connect(self, target):
        (self.plain if inspect.isfunction(target) else self.targets).append(target) \
            if inspect.isfunction(target) else self.targets.add(target)
        return target

    async def emit(self, *args, **kwargs):
        results = []
        for target in [*self.plain, *sorted(self.targets, key=lambda t: t.name)]:
            result = target(*args, **kwargs)
            if inspect.isawaitable(result):
                result = await result
            results.append(result)
        return results


class Meta(type):
    registry = {}

    def __new__(mcls, name, bases, namespace, /, tag=None, **kw):
        cls = super().__new__(mcls, name, bases, namespace, **kw)
        mcls.registry[tag or name.lower()] = cls
        return cls

    def __len__(cls):
        return len(cls.registry)


class Plugin(metaclass=Meta):
    def __init_subclass__(cls, /, verbose=False, **kw):
        super().__init_subclass__(**kw)
        cls.verbose = verbose


class Greeter(Plugin, tag="hello", verbose=True):
    def __init__(self, name):
        self.name = name

    async def __call__(self, event):
        await asyncio.sleep(0)
        return f"{self.name} got {event} in {request_id.get()}"


class Button:
    clicked = Signal()
    __slots__ = ("text", "_clicked", "__weakref__")

    def __init__(self, text):
        self.text = text

    def move(self, dx=0, dy=0):
        return dx, dy

    right = partialmethod(move, dx=1)


@asynccontextmanager
async def session(name):
    token = request_id.set(name)
    print("open", name)
    try:
        yield SimpleNamespace(name=name, items=[])
    except LookupError as error:
        print("swallowed", type(error).__mro__[1].__name__, error)
    finally:
        request_id.reset(token)
        print("close", name)


@contextmanager
def tag(name):
    print(f"<{name}>")
    yield name
    print(f"</{name}>")


async def main():
    button = Button("ok")
    ann, bob = Greeter("ann"), Greeter("bob")
    for greeter in (bob, ann):
        button.clicked.connect(greeter)
    button.clicked.connect(lambda event: event.upper())
    async with session("s1") as state:
        print(await button.clicked.emit("click"))
        state.items.append(1)
        print(state)
        raise KeyError("lost")
    del bob, greeter
    print(await button.clicked.emit("again"))
    print(button.right(dy=2), Button.clicked.name, sorted(Meta.registry), len(Plugin), Greeter.verbose)
    async with AsyncExitStack() as stack:
        for name in "ab":
            await stack.enter_async_context(session(name))
        stack.callback(print, "callback", request_id.get())
        stack.push_async_callback(asyncio.sleep, 0)
    with ExitStack() as stack, tag("i"):
        names = [stack.enter_context(tag(n)) for n in ("b", "u")]
        print(names)
    context = copy_context()
    context.run(request_id.set, "inside")
    print(context[request_id], request_id.get(), [v.name for v in context])
    try:
        button.nothing = 1
    except AttributeError as error:
        print(error)
    print(inspect.signature(Button.move), inspect.iscoroutinefunction(Greeter.__call__),
          inspect.getdoc(Signal), inspect.signature(partial(Button.move, button, dx=3)))
    view = MappingProxyType({"a": 1})
    try:
        view["a"] = 2
    except TypeError:
        print(traceback.format_exc().splitlines()[-1])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.warn("old", DeprecationWarning)
        print(caught[0].category.__name__, caught[0].message)


asyncio.run(main())
