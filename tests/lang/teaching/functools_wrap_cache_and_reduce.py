import functools
from functools import lru_cache, partial, reduce, wraps, cached_property, total_ordering, cmp_to_key, partialmethod, cache
@lru_cache(maxsize=3)
def square(x):
    print("computing", x)
    return x * x
for i in (1, 2, 3, 1, 4, 2):
    square(i)
print(square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__wrapped__(5), square)
@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
try:
    square([1])
except TypeError as e:
    print(e)
add = lambda a, b, c=0: a + b + c
inc = partial(add, 1, c=10)
print(inc(2), inc.func is add, inc.args, inc.keywords, partial(inc, 5)(), inc(2, c=1))
print(repr(partial(print, "x", sep="-")))
def trace(fn):
    @wraps(fn)
    def inner(*args, **kwargs):
        sig = ", ".join([repr(a) for a in args] + [f"{k}={v!r}" for k, v in kwargs.items()])
        result = fn(*args, **kwargs)
        print(f"{fn.__name__}({sig}) -> {result!r}")
        return result
    return inner
@trace
def area(w: int, h: int = 2) -> int:
    """Area of a rectangle."""
    return w * h
area(3); area(3, h=4)
print(area.__name__, area.__doc__, area.__wrapped__.__defaults__, area.__annotations__, area.__qualname__, area.__module__)
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(max, [], 0))
try:
    reduce(max, [])
except TypeError as e:
    print(e)
class C:
    def __init__(self, r): self.r = r
    @cached_property
    def area(self):
        print("area!"); return 3 * self.r ** 2
    def set(self, what, value): setattr(self, what, value); return self
    set_r = partialmethod(set, "r")
c = C(2)
print(c.area, c.area, c.__dict__); del c.area; print(c.set_r(3).area)
@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(V(1) <= V(1), V(2) > V(1), V(1) >= V(2), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
try:
    @total_ordering
    class W: pass
except ValueError as e:
    print(e)
@lru_cache
def typed(x): return type(x).__name__
print(typed(1), typed(1.0), typed(True), lru_cache(typed=True)(lambda x: type(x).__name__)(1.0))
class Meth:
    @lru_cache(maxsize=None)
    def m(self, x): return x
m = Meth(); m.m(1); m.m(1); print(Meth.m.cache_info())
def log(fn=None, *, prefix=">"):
    if fn is None:
        return partial(log, prefix=prefix)
    @wraps(fn)
    def w(*a): print(prefix, *a); return fn(*a)
    return w
@log
def one(x): return x
@log(prefix="!!")
def two(x): return x
one(1); two(2)
square()
