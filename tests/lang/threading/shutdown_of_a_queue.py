import queue
import threading
import time

q = queue.Queue(2)


def attempt(name, function, *args):
    try:
        print(name, function(*args), time.monotonic())
    except queue.ShutDown as error:
        print(name, repr(error), time.monotonic())


q.put(1)
q.put(2)
putter = threading.Thread(target=attempt, args=('put', q.put, 3))
putter.start()
time.sleep(1)
q.shutdown()
putter.join()
for name in ('first', 'second', 'third'):
    attempt(name, q.get)
p = queue.Queue()
p.put(1)
threads = [threading.Thread(target=attempt, args=('join', p.join)),
           threading.Thread(target=attempt, args=('get', p.get))]
for t in threads:
    t.start()
time.sleep(1)
p.shutdown(immediate=True)
for t in threads:
    t.join()
attempt('put', p.put, 1)
print(p.is_shutdown, p.qsize())
