import time
from concurrent.futures import ThreadPoolExecutor


def work(a, b=0):
    time.sleep(a)
    print('done', a, b, time.monotonic())
    return a + b


with ThreadPoolExecutor(max_workers=3) as pool:
    for result in pool.map(work, (3, 1, 2)):
        print('result', result, time.monotonic())
    print(list(pool.map(work, [1, 2, 3], [10, 20])))
    print(list(pool.map(pow, range(4), range(4))))
