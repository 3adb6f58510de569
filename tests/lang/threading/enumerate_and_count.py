import threading
import time


def names():
    return [t.name for t in threading.enumerate()], threading.active_count()


print(names())
threads = [threading.Thread(target=time.sleep, args=(n,), name=f't{n}') for n in (3, 1, 2)]
for t in threads:
    t.start()
print(names())
time.sleep(1.5)
print(names())
time.sleep(1)
print(names())
threads[0].join()
print(names())
