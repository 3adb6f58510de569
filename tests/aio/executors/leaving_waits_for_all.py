import time
from concurrent.futures import ThreadPoolExecutor


def work(name, seconds):
    time.sleep(seconds)
    print(name, time.monotonic())


with ThreadPoolExecutor(2) as pool:
    for name, seconds in (('a', 2), ('b', 1), ('c', 3)):
        pool.submit(work, name, seconds)
    print('submitted', time.monotonic())
print('left', time.monotonic())
pool = ThreadPoolExecutor()
pool.submit(work, 'd', 1)
pool.shutdown(wait=False)
print('not waited', time.monotonic())
