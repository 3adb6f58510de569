from functools import *

@lru_cache(maxsize=2)
def f(x): print('f', x); return x*2
f(1); f(2); f(1); f(3); f(2); print(f.cache_info()); f.cache_clear(); print(f.cache_info(), f.__name__, f.__wrapped__.__name__)
@cache
def fib(n): return n if n < 2 else fib(n-1)+fib(n-2)
print(fib(60), fib.cache_info())
class K:
    @cached_property
    def v(self): print('compute'); return 42
    @lru_cache
    def m(self, x): return x + 1
    def pm(self, a, b): return (a, b)
    p1 = partialmethod(pm, 1)
k = K(); print(k.v, k.v, k.m(2), k.p1(5))
