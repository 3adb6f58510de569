def inner():
    try:
        yield 1
    except Exception as e:
        print("caught", repr(e))
    try:
        raise
    except BaseException as e:
        print(repr(e), repr(e.__context__))
def gen():
    try:
        yield from inner()
    finally:
        yield from inner()
g = gen()
next(g)
try: g.throw(OSError(1))
except BaseException as e: print('out', repr(e))
def gen2():
    try:
        yield 1
    except ValueError:
        yield from inner()
g = gen2()
next(g)
print(g.throw(ValueError))
try: print(g.throw(OSError(1)))
except BaseException as e: print('out', repr(e))
def gen3():
    try:
        raise KeyError
    finally:
        yield from inner()
g = gen3()
next(g)
try: print(g.throw(OSError(1)))
except BaseException as e: print('out', repr(e))
