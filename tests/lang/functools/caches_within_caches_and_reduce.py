import functools
@functools.lru_cache(maxsize=2)
@functools.cache
def f(n): return n
f(1); f(1)
print(f.cache_info(), f.__wrapped__.cache_info())
for what in (lambda: f.seen, lambda: functools.reduce(max, 5), lambda: functools.reduce(max, [])):
    try: what()
    except Exception as e: print(type(e).__name__, e, e.__context__)
