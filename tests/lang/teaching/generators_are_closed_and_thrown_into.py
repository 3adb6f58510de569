import sys
def show(f):
    try:
        print(f.__name__, f())
    except BaseException as e:
        print(f.__name__, type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
def a():
    def g():
        try:
            yield 1
        except GeneratorExit:
            return "value"
    x = g(); next(x)
    return x.close()
def b():
    def g():
        try: yield 1
        finally: yield 2
    x = g(); next(x)
    return x.close()
def c():
    def g():
        try: yield 1
        except GeneratorExit: raise ValueError("in close")
    x = g(); next(x)
    return x.close()
def d():
    def g():
        while True:
            try:
                yield 1
            finally:
                break
        return "after"
    x = g(); next(x)
    return x.close(), list(x)
def e():
    def inner():
        try: yield "i"
        except KeyError as k: yield ("caught", k.args)
        finally: print("inner done")
    def outer():
        r = yield from inner()
        print("r", r)
        yield "o"
    x = outer(); next(x)
    return x.throw(KeyError("k")), next(x), x.close()
def f():
    def g(): yield
    x = g()
    return x.throw(ValueError("unstarted"))
def g_():
    def g():
        yield next(iter([]))
    return list(g())
def h():
    def g():
        raise StopIteration("x")
        yield
    return next(g())
def i():
    def g():
        x = yield 1
        print("got", x)
        y = yield 2
        return x, y
    x = g()
    try:
        x.send(5)
    except TypeError as t: print(t)
    next(x); print(x.send("a"))
    try: x.send("b")
    except StopIteration as s: return s.value
def j():
    def g():
        yield x.gi_running
        next(x)
    x = g(); print(next(x))
    return next(x)
def k():
    class It:
        def __iter__(self): return self
        def __next__(self): return 1
        def throw(self, *a): print("throw", a); raise StopIteration("res")
        def close(self): print("close called")
    def g():
        r = yield from It()
        yield ("r", r)
    x = g(); next(x); print(x.throw(ValueError("z")))
    y = g(); next(y); y.close()
    return "ok"
def l():
    def g():
        try:
            yield 1
        except ValueError as e:
            raise KeyError("from") from e
    x = g(); next(x)
    return x.throw(ValueError("v"))
def m():
    def g():
        with open_() as o:
            yield o
    class open_:
        def __enter__(self): return "e"
        def __exit__(self, *a): print("exit", a[0]); return True
    x = g(); next(x)
    return x.throw(IndexError("sup"), None) if False else list(x)
def n():
    def g():
        yield 1
    x = g(); del x
    y = g(); next(y); y.close(); y.close()
    try: next(y)
    except StopIteration as s: print(repr(s))
    return y.gi_frame, y.gi_yieldfrom, y.gi_code.co_name
def o():
    def g():
        try:
            yield
        except* ValueError as eg:
            yield eg.exceptions
    x = g(); next(x)
    return x.throw(ValueError("q"))
def p():
    def sub():
        return (yield "sub") or "none"
    def g():
        a = yield from sub(); b = yield from sub()
        return a + b
    x = g(); out = [next(x), x.send("1")]
    try: x.send(None)
    except StopIteration as s: out.append(s.value)
    return out
def q():
    def g():
        for i in range(3):
            try: yield i
            except ZeroDivisionError: print("zd", i); continue
            else: print("else", i)
            finally: print("fin", i)
    x = g(); next(x); print(x.throw(ZeroDivisionError)); return next(x)
for fn in (a, b, c, d, e, f, g_, h, i, j, k, l, m, n, o, p, q): show(fn)
gen = (print(i) or i for i in [1, 2]); next(gen); gen.close(); print(list(gen))
def unclosed():
    try: yield
    finally: raise RuntimeError("at death")
u = unclosed(); next(u); del u
print("end")
