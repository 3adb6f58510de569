import time
from concurrent.futures import ThreadPoolExecutor


def work(name):
    print(name, 'runs')
    return name


pool = ThreadPoolExecutor()
futures = [pool.submit(work, name) for name in 'abc']
print('result', futures[0].result())
print('result', futures[2].result())
pool.submit(work, 'd')
time.sleep(0)
print('slept')
