from concurrent.futures import Future, ThreadPoolExecutor, ProcessPoolExecutor
import time


def shown(thing):
    return repr(thing).partition(" at ")[0]


pool = ThreadPoolExecutor(1)
a, b, c = pool.submit(time.sleep, 1), pool.submit(lambda: 1 / 0), pool.submit(str)
c.cancel()
print(repr(c).rpartition(' ')[2], repr(b).rpartition('state=')[2])
time.sleep(0.5)
print(repr(a).rpartition('state=')[2])
time.sleep(1)
print([repr(f).rpartition('state=')[2] for f in (a, b, c)])
print(repr(pool).partition(' at ')[0], repr(ProcessPoolExecutor()).partition(' at ')[0])
f = Future()
f.set_result([1])
print(repr(f).rpartition('state=')[2])
