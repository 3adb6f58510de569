import threading
import time
from concurrent.futures import ThreadPoolExecutor

data = threading.local()


def prepare(start):
    data.count = start
    print('prepared', threading.current_thread().name)


def work(n):
    data.count += n
    time.sleep(1)
    return threading.current_thread().name, data.count


with ThreadPoolExecutor(2, 'p', initializer=prepare, initargs=(100,)) as pool:
    for result in pool.map(work, (1, 2, 3, 4, 5)):
        print(result, time.monotonic())
