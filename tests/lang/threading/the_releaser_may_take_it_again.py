import threading
import time

lock = threading.Lock()


def hog():
    for i in range(3):
        lock.acquire()
        print('hog', i, time.monotonic())
        time.sleep(1)
        lock.release()


def other():
    with lock:
        print('other', time.monotonic())


threads = [threading.Thread(target=hog), threading.Thread(target=other)]
for t in threads:
    t.start()
for t in threads:
    t.join()
