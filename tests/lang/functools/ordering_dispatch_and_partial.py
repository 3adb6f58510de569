from functools import *

print(reduce(lambda a,b: a+b, [1,2,3]), reduce(lambda a,b: a*b, [], 7))
try: reduce(lambda a,b: a, [])
except TypeError as e: print(e)
pf = partial(print, 'x', sep='-'); pf('y', end='!\n'); print(pf.func, pf.args, pf.keywords); print(partial(int, base=2)('101'))
@total_ordering
class T:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(T(1) <= T(2), T(2) > T(1), T(1) >= T(2))
print(sorted([3,1,2], key=cmp_to_key(lambda a,b: b-a)))
@singledispatch
def sd(x): return 'obj'
@sd.register
def _(x: int): return 'int'
@sd.register(list)
def _(x): return 'list'
print(sd(1), sd([]), sd('a'), sd(True))
def deco(fn):
    @wraps(fn)
    def w(*a, **k):
        "inner"
        return fn(*a, **k)
    return w
@deco
def g(a: int) -> str:
    "doc g"
print(g.__name__, g.__doc__, g.__annotations__, g.__wrapped__.__name__)
