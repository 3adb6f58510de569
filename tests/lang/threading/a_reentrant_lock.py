import threading
import time

lock = threading.RLock()


def count_down(n):
    with lock:
        print(threading.current_thread().name, n, time.monotonic())
        time.sleep(0.5)
        if n:
            count_down(n - 1)


threads = [threading.Thread(target=count_down, args=(2,), name=name) for name in 'ab']
for t in threads:
    t.start()
for t in threads:
    t.join()
try:
    lock.release()
except RuntimeError as error:
    print(error)
print(lock.acquire(), lock.acquire(blocking=False), repr(lock).split()[:2])
