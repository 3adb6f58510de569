import asyncio, sys

class C:
    def __enter__(self): return self
    def __exit__(self, *a): return False
    async def __aenter__(self): return self
    async def __aexit__(self, *a): return False

def frames(e):
    tb = e.__traceback__
    out = []
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_lineno))
        tb = tb.tb_next
    return out

def a():
    with C():
        try:
            1 / 0
        except KeyError:
            pass

def b():
    with C():
        1 / 0

def c():
    try:
        try:
            1 / 0
        except KeyError:
            pass
    finally:
        x = 1

async def d():
    async with C():
        try:
            1 / 0
        except KeyError:
            pass

async def f():
    async with C():
        1 / 0

def g():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise KeyError(1)

def h():
    with C():
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise

def i():
    for x in range(2):
        try:
            int("a")
        except TypeError:
            pass
        except KeyError:
            pass

for fn in (a, b, c, g, h, i):
    try:
        fn()
    except Exception as e:
        print(fn.__name__, frames(e))
for fn in (d, f):
    try:
        asyncio.run(fn())
    except Exception as e:
        print(fn.__name__, frames(e)[-1])

def gen():
    x = 1
    yield x
    yield 2
async def agen():
    yield 1
for q in (gen(),):
    try:
        q.throw(ValueError)
    except ValueError as e:
        print(frames(e))
async def m():
    try:
        await agen().athrow(ValueError)
    except ValueError as e:
        print(frames(e))
    try:
        c = m()
        c.throw(ValueError)
    except ValueError as e:
        print(frames(e))
asyncio.run(m())
