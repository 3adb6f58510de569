import contextlib
def a():
    for i in range(3):
        try: continue
        finally: print("f", i)
    else: return "else"
def b():
    try: return 1
    finally: return 2
def c():
    while True:
        try: 1 / 0
        finally: break
    return "broke"
def d():
    try:
        try: raise ValueError(1)
        finally: raise KeyError(2)
    except KeyError as e: return repr(e.__context__), e.__suppress_context__
def e():
    x = 1
    try: return x
    finally: x = 5
def f():
    l = []
    try: return l
    finally: l.append("added")
def g():
    for i in range(5):
        try:
            if i == 1: continue
            if i == 3: break
            print("body", i)
        except Exception: pass
        else: print("else", i)
        finally:
            print("fin", i)
            if i == 0: continue
    return i
def h():
    try: raise ValueError("a")
    except ValueError as e:
        try: raise TypeError("b")
        except TypeError as e2: print(repr(e2.__context__))
        try: e
        except NameError: pass
    try: e
    except UnboundLocalError as x: return str(x)
def i():
    try:
        raise ValueError("one") from KeyError("cause")
    except ValueError as e:
        e.add_note("n1"); e.add_note("n2")
        try: raise RuntimeError("two") from None
        except RuntimeError as r: return r.__context__ is e, r.__cause__, e.__cause__, e.__notes__
def j():
    def inner():
        try: return "try"
        except: return "exc"
        else: return "else"
        finally: print("finally")
    return inner()
def k():
    e1 = ValueError("x")
    try:
        try: raise e1
        except ValueError: raise e1
    except ValueError as e: return e is e1, e.__context__
def l():
    a = ValueError("a"); b = KeyError("b")
    try:
        try: raise a
        except ValueError:
            try: raise b
            except KeyError: raise a
    except ValueError as e: return repr(e.__context__), repr(e.__context__.__context__)
def m():
    try:
        with_ = contextlib.suppress(ZeroDivisionError)
        with with_: 1 / 0
        return "suppressed"
    finally: print("m fin")
def n():
    def g():
        try: yield 1; yield 2
        finally: print("g fin")
    for x in g():
        return x
def o():
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3), OSError(4)])])
    except* ValueError as eg: print("V", eg.exceptions, eg.message)
    except* (TypeError, OSError) as eg: print("T", eg.exceptions)
    else: print("no")
    finally: return "fin"
def p():
    try:
        try: raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
        except* ValueError as e: raise IndexError("new")
    except BaseException as e: return repr(e), [repr(x) for x in e.exceptions]
def q():
    try:
        try: raise ValueError("plain")
        except* ValueError as e: raise
    except ExceptionGroup as e: return repr(e)
    except ValueError as e: return "bare", repr(e)
def r():
    i = 0
    while i < 3:
        i += 1
        try:
            try: continue
            finally: print("inner", i)
        finally:
            print("outer", i)
            if i == 2: break
    else: print("not reached")
    return i
def s():
    try: raise
    except RuntimeError as e: return str(e)
def t():
    try: raise 5
    except TypeError as e: print(e)
    try: raise ValueError from 5
    except TypeError as e: print(e)
for fn in (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s):
    try: print(fn.__name__, fn())
    except BaseException as ex: print(fn.__name__, "raised", repr(ex))
