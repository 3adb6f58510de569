import threading
import time

lock = threading.Lock()


def hold(seconds):
    with lock:
        time.sleep(seconds)


def take(name, timeout):
    got = lock.acquire(timeout=timeout)
    print(name, got, time.monotonic())
    if got:
        lock.release()


threading.Thread(target=hold, args=(2,)).start()
threads = [threading.Thread(target=take, args=a) for a in (('a', 2), ('b', 1), ('c', 3))]
for t in threads:
    t.start()
time.sleep(0)
take('main', 2)
for t in threads:
    t.join()
