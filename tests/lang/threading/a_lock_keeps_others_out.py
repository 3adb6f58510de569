import threading
import time

lock = threading.Lock()


def work(name, seconds):
    print(name, 'wants', time.monotonic())
    with lock:
        print(name, 'has it', time.monotonic())
        time.sleep(seconds)
    print(name, 'done', time.monotonic())


threads = [threading.Thread(target=work, args=(n, s)) for n, s in (('a', 2), ('b', 1), ('c', 1))]
for t in threads:
    t.start()
time.sleep(0.5)
print('locked', lock.locked())
for t in threads:
    t.join()
print('locked', lock.locked())
