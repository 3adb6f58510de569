from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool


def prepare():
    raise RuntimeError('not today')


pool = ThreadPoolExecutor(1, initializer=prepare)
futures = [pool.submit(print, 'never') for _ in range(2)]
for f in futures:
    try:
        f.result()
    except BrokenThreadPool as error:
        print(error)
try:
    pool.submit(print)
except BrokenThreadPool as error:
    print(repr(error))
for options in ({'max_workers': 0}, {'initializer': 3}):
    try:
        ThreadPoolExecutor(**options)
    except (ValueError, TypeError) as error:
        print(error)
