import threading
import time


def work(name, *naps):
    for nap in naps:
        time.sleep(nap)
        print(name, time.monotonic())


jobs = [('a', 3), ('b', 1, 2), ('c', 2, 1), ('d', 0, 3), ('e', 1.5, 1.5)]
threads = [threading.Thread(target=work, args=job) for job in jobs]
for t in threads:
    t.start()
time.sleep(3)
print('main', time.monotonic())
