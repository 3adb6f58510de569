import threading
import time

lock = threading.Lock()


def hold():
    with lock:
        time.sleep(2)


t = threading.Thread(target=hold)
t.start()
time.sleep(0)
print(lock.acquire(False), time.monotonic())
print(lock.acquire(blocking=True, timeout=0.5), time.monotonic())
print(lock.acquire(timeout=1), time.monotonic())
print(lock.acquire(timeout=1), time.monotonic())
lock.release()
for args in ((False, 1), (True, -2), (True, float('nan')), (True, 1e300)):
    try:
        lock.acquire(*args)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
try:
    lock.release()
except RuntimeError as error:
    print(error)
