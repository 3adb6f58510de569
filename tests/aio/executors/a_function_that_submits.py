import time
from concurrent.futures import ThreadPoolExecutor


def outer(n):
    inner = pool.submit(time.sleep, 1)
    print('outer', n, inner.done(), time.monotonic())
    inner.result()
    return n, time.monotonic()


pool = ThreadPoolExecutor(3)
print([f.result() for f in [pool.submit(outer, n) for n in range(2)]])
pool.shutdown()
pool = ThreadPoolExecutor(1)
pool.submit(outer, 'waits for itself').result()
