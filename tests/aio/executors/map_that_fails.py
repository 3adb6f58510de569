import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(1)
    return 10 // n


with ThreadPoolExecutor(max_workers=1) as pool:
    try:
        for result in pool.map(work, (5, 0, 2, 1)):
            print(result, time.monotonic())
    except ZeroDivisionError as error:
        print(error, time.monotonic())
print(time.monotonic())
