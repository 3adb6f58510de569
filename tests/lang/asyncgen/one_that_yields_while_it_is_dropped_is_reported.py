class AM:
    async def __aenter__(self): return self
    async def __aexit__(self, *a):
        print('aexit', a[0]); return True
async def agen():
    async with AM():
        yield 1
        yield 2
    try:
        yield 3
    finally: print('fin')
async def outer():
    async for x in agen():
        print(x)
        raise ZeroDivisionError(3)
c = outer()
try: c.send(None)
except ZeroDivisionError as e: print(repr(e))
async def agen2():
    try: yield 1
    except GeneratorExit: yield 2
async def o2():
    async for x in agen2():
        break
    print('after')
try: o2().send(None)
except StopIteration: pass
async def agen3():
    try: yield 1
    finally: raise KeyError(1)
async def o3():
    async for x in agen3():
        break
    print('after')
try: o3().send(None)
except StopIteration: pass
class W:
    def __await__(self):
        yield 7
async def agen4():
    try: yield 1
    finally: await W()
async def o4():
    async for x in agen4():
        break
    print('after')
try: o4().send(None)
except StopIteration: pass
def g5():
    try: yield 1
    except GeneratorExit: yield 2
g=g5(); next(g); del g
