import contextlib, io, sys
from contextlib import contextmanager, ExitStack, suppress, redirect_stdout, closing, nullcontext, ContextDecorator, AbstractContextManager, chdir
@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ZeroDivisionError as e:
        print("caught", e)
    finally:
        print(f"</{name}>")
with tag("a") as a, tag("b") as b:
    print(a, b)
with tag("x"):
    1 / 0
@tag("deco")
def f():
    print("in f")
f(); f()
class Timer(ContextDecorator):
    def __enter__(self):
        print("start"); return self
    def __exit__(self, *exc):
        print("stop", exc[0].__name__ if exc[0] else None); return False
@Timer()
def work():
    raise KeyError("k")
with suppress(KeyError):
    work()
with ExitStack() as stack:
    for n in "pqr":
        stack.enter_context(tag(n))
    stack.callback(print, "callback", sep="!", end="?\n")
    stack.push(lambda *exc: print("push", exc[0]))
    later = stack.pop_all()
print("outside")
later.close()
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("hidden")
print(repr(buffer.getvalue()))
class Res:
    def close(self): print("closed")
with closing(Res()) as r:
    print(type(r).__name__)
with nullcontext(5) as five:
    print(five)
@contextmanager
def never():
    if False:
        yield
@contextmanager
def twice():
    yield 1
    yield 2
for cm in (never, twice):
    try:
        with cm() as v:
            print("body", v)
    except RuntimeError as e:
        print(type(e).__name__, e)
@contextmanager
def swallow_reraise():
    try:
        yield
    except ValueError as e:
        raise KeyError("new") from e
try:
    with swallow_reraise():
        raise ValueError("old")
except KeyError as e:
    print(repr(e), repr(e.__cause__))
class NoExit:
    def __enter__(self): return 1
for o in (NoExit(), 5):
    try:
        with o: pass
    except TypeError as e:
        print(e)
print(issubclass(Timer, AbstractContextManager))
with ExitStack() as s:
    s.enter_context(tag("t"))
    s.callback(lambda: 1/0)
    raise ValueError("in body")
