import concurrent.futures
import time


def square(n):
    time.sleep(1)
    return n * n


with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(square, n) for n in range(4)]
    print([f.done() for f in futures], futures[0].running())
    print(futures[0].result(), time.monotonic())
    print([f.done() for f in futures])
    print([f.result() for f in futures], time.monotonic())
print(pool.submit.__name__, time.monotonic())
try:
    pool.submit(square, 1)
except RuntimeError as error:
    print(error)
