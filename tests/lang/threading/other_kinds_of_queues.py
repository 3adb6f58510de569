import queue
import threading
import time

for kind in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    q = kind()
    for item in (3, 1, 2):
        q.put(item)
    print(kind.__name__, [q.get() for _ in range(3)], q.empty())
s = queue.SimpleQueue()


def consume(name):
    print(name, s.get(), time.monotonic())


threads = [threading.Thread(target=consume, args=(n,)) for n in 'ab']
for t in threads:
    t.start()
for item in 'xyz':
    time.sleep(1)
    s.put(item)
print(s.qsize(), s.get_nowait(), s.empty())
for call in (s.get_nowait, lambda: s.get(timeout=1), lambda: s.get(timeout=-1)):
    try:
        call()
    except (queue.Empty, ValueError) as error:
        print(repr(error), time.monotonic())
