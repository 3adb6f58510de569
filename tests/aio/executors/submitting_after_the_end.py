import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def work():
    time.sleep(1)
    try:
        pool.submit(print, 'too late')
    except RuntimeError as error:
        print(error)


pool.submit(work)
print('main ends')
