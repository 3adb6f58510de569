import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(n)
    return n


pool = ThreadPoolExecutor(max_workers=2)
results = pool.map(work, (1, 2, 4, 8), timeout=3)
try:
    for result in results:
        print(result, time.monotonic())
except TimeoutError as error:
    print('timeout', repr(error), time.monotonic())
pool.shutdown()
print(time.monotonic())
