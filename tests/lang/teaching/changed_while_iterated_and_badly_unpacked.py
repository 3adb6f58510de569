def t(f):
    try: print(f.__name__, f())
    except Exception as e: print(f.__name__, type(e).__name__, e)
def a():
    d = {1: 1, 2: 2}
    for k in d: d[k + 10] = 1
def b():
    d = {1: 1, 2: 2}
    for k in d: del d[k]
def c():
    l = [1, 2, 3, 4]
    for x in l: l.remove(x)
    return l
def e():
    l = [1]
    for x in l:
        if len(l) < 5: l.append(x + 1)
    return l
def f():
    d = {1: 1}
    for k in d: d[k] = 2; d.pop(k); d[k + 1] = 1
    return d
def g():
    a, b = 1, 2, 3
def h():
    a, b, c = 1, 2
def i():
    a, *b = []
def j():
    a, *b, c = 1,
def k():
    a, b = 5
def l():
    (a, b), c = (1, 2), 3; *x, y = "abc"; [p, [q, *r]] = 1, "xyz"; return a, b, c, x, y, p, q, r
def m():
    for a, b in [(1, 2), (3,)]: pass
def n():
    return [*range(3), *"ab"], {**{"a": 1}, **{"a": 2}}, (*[], 1), {*"aa"}
def o():
    def f(a, b): return a, b
    return f(*[1, 2, 3])
def p():
    def f(a, b): return a, b
    return f(**{"a": 1, "c": 2})
def q():
    def f(a, b): return a, b
    return f(1, **{"a": 1})
def r():
    return print(**{1: 2})
def s():
    return print(*5)
def u():
    return [*None]
def v():
    return {**[1]}
def w():
    def f(**k): return k
    return f(**{"a": 1}, **{"a": 2})
def x():
    def f(a, /, b, *, c): return a, b, c
    return f(a=1, b=2, c=3)
def y():
    def f(a, /, b, *, c): return a, b, c
    return f(1, 2, 3)
def z():
    def f(a, /, b, *, c, d): return a, b, c
    return f()
def aa():
    class I:
        def __iter__(self): yield 1; raise KeyError("mid")
    a, b = I()
def bb():
    a = b = c = []; a.append(1); b += [2]; c = c + [3]; return a, b, c
def cc():
    i = 0; l = [0, 0]; i, l[i] = 1, 5; return i, l
def dd():
    x, x = 1, 2; a = [1, 2, 3]; a[0], a[-1] = a[-1], a[0]; return x, a
def ee():
    t = ([],); 
    try: t[0] += [1]
    except TypeError as e: print(e)
    return t
def ff():
    d = {}; d["a"], d["b"] = d, 2; return d
def gg():
    it = iter([1, 2, 3]); return list(zip(it, it)), max([], default=0), min("b", "a", key=ord), sum([[1], [2]], [])
def hh():
    from collections import deque
    q = deque([1, 2])
    for x in q: q.append(x)
def ii():
    d = dict(a=1); ks = d.keys(); d["b"] = 2; print(ks, list(d.items()), ks & {"a"}, d | {"c": 3}); d |= [("z", 1)]; return d, d.popitem(), d.setdefault("q", []), d.get("w"), dict.fromkeys("ab", 0)
def jj(): return max(1)
def kk(): return max()
def ll(): return sorted([1, "a"])
def mm(): return sum(["a"])
def nn(): return min([])
def oo(): return dict([(1, 2, 3)])
def pp(): return {[]: 1}
def qq(): return [] < [1] < [1, 0], (1, 2) < (1, "a")
def rr(): return int("12x")
def ss(): return int("z", 37), 1
def tt(): return float("1.5.2")
def uu(): return "a" + 1
def vv(): return 1 + "a"
def ww(): return [1] + (2,)
def xx(): return None.x
def yy(): return "abc".index("z")
def zz(): return {}["a"]["b"]
for fn in [v for k, v in list(globals().items()) if isinstance(v, type(t)) and v is not t]: t(fn)
