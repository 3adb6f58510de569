import threading
import time
from concurrent.futures import ThreadPoolExecutor


def name(n):
    time.sleep(n)
    return threading.current_thread().name, threading.current_thread().daemon


for prefix in ('', 'mine', ''):
    with ThreadPoolExecutor(2, thread_name_prefix=prefix) as pool:
        print(list(pool.map(name, (1, 1, 2))))
print(threading.active_count())
