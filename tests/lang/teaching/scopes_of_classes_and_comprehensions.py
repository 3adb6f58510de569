x = "global"
class A:
    x = "class"
    y = [x for _ in range(2)]
    z = list(map(lambda _: x, range(1)))
    w = [i for i in range(3) if i]
    try:
        v = [x + str(k) for k in (1, 2) for x in (x + "!",)]
    except Exception as e:
        v = repr(e)
    def m(self): return x
    class Inner:
        q = x
    print(sorted(k for k in locals() if not k.startswith("__")))
    g = (x for _ in (1,))
print(A.y, A.z, A.w, A.v, A().m(), A.Inner.q, list(A.g))
fs = [lambda: i for i in range(3)]; print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])
fs = []
for i in range(3):
    def f(j=i): return i, j
    fs.append(f)
print([f() for f in fs]); i = 9; print([f() for f in fs])
def bad(a, l=[], d={}, *, s=set()):
    l.append(a); d[a] = len(l); s.add(a); return l, d, s
bad(1); print(bad(2), bad.__defaults__, bad.__kwdefaults__)
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    def get(): return n
    inc.get = get
    return inc
c = counter(); c(); c(); print(c.get(), c.__closure__[0].cell_contents, c.__code__.co_freevars)
def unbound():
    print(v)
    v = 1
try: unbound()
except UnboundLocalError as e: print(e)
def free():
    def inner(): return later
    try: inner()
    except NameError as e: print(type(e).__name__, e)
    later = 5
    return inner()
print(free())
def deleted():
    a = 1
    def inner(): return a
    del a
    try: inner()
    except NameError as e: return str(e)
print(deleted())
print([y := 5, y ** 2], y, [last := k for k in range(4)], last)
def walrus():
    if any((hit := n) > 2 for n in range(5)): return hit
print(walrus())
def gl():
    global made
    made = [x for x in "ab"]
    return x
print(gl(), made)
print([[j for j in range(i)] for i in range(3)], {k: v for k, v in zip("ab", range(2))}, {c for c in "a"}, [a for a, *b in [(1, 2, 3)]])
try: print([q for q in range(3)] and q)
except NameError as e: print(e)
def f(a, b=lambda: a_default, *args, c: "ann" = 5, **kw) -> "ret": return locals()
print({k: v for k, v in f(1, c=2, z=3).items() if k != "b"}, f.__annotations__)
class Meta(type):
    def __prepare__(name, bases, **kw): print("prepare", name, kw); return {"injected": 1}
    def __new__(m, name, bases, ns, **kw): return super().__new__(m, name, bases, ns)
    def __init__(c, *a, **kw): print("init", list(kw))
class WithMeta(metaclass=Meta, opt=3):
    print(injected)
class B:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag
class C(B, tag="t"): __slots__ = ("a",)
print(C.tag, C().__class__.__mro__[1].__name__)
del x
try: print(x)
except NameError as e: print(e)
def gen_scope():
    n = 3
    g = (n * k for k in range(n)); n = 10
    return list(g)
print(gen_scope())
def comp_exc(): return [1 // k for k in (1, 0)]
comp_exc()
