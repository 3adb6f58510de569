import sys, types

ns = types.SimpleNamespace(a=1, b='x'); ns.c = 3; print(ns, ns == types.SimpleNamespace(a=1, b='x', c=3))
@types.coroutine
def tc():
    v = yield 'y'
    return v
async def m2(): return await tc()
co = m2(); print(co.send(None));
try: co.send(7)
except StopIteration as e: print(e.value)
print(type(lambda: 0) is types.FunctionType, isinstance(print, types.BuiltinFunctionType), types.MappingProxyType({'a': 1}))
print(sys.version_info[:3], sys.version_info >= (3, 8), sys.version_info.major, sys.maxsize, sys.platform, sys.byteorder, sys.getrecursionlimit())
try: sys.exit(3)
except SystemExit as e: print(e.code)
try: 1/0
except ZeroDivisionError: print(sys.exc_info()[0], sys.exception())
print(sys.exc_info())
sys.stdout.write('w\n'); print('to err', file=sys.stderr); sys.stdout.flush()
