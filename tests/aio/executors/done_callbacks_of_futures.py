import threading
import time
from concurrent.futures import ThreadPoolExecutor


def tell(future):
    print('done', future.result(), threading.current_thread().name, time.monotonic())


def fail(future):
    raise ValueError('callback')


def work():
    time.sleep(1)
    return 'value'


with ThreadPoolExecutor(thread_name_prefix='pool') as pool:
    future = pool.submit(work)
    future.add_done_callback(tell)
    future.add_done_callback(fail)
    future.add_done_callback(lambda f: print('after'))
    print(future.result())
    future.add_done_callback(tell)
