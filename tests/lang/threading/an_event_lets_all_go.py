import threading
import time

event = threading.Event()


def wait(name, timeout):
    print(name, event.wait(timeout), time.monotonic())


threads = [threading.Thread(target=wait, args=a) for a in (('a', None), ('b', 1), ('c', 5))]
for t in threads:
    t.start()
time.sleep(2)
print(event.is_set(), repr(event).rpartition(' ')[2])
event.set()
print('set', event.is_set(), event.wait())
for t in threads:
    t.join()
event.clear()
print(event.wait(0), event.wait(0.25), time.monotonic())
