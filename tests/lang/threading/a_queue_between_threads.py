import queue
import threading
import time

q = queue.Queue(maxsize=2)


def produce():
    for i in range(5):
        q.put(i)
        print('put', i, time.monotonic(), q.qsize())
        time.sleep(0.5)
    q.put(None)


def consume():
    while (item := q.get()) is not None:
        print('got', item, time.monotonic())
        time.sleep(1)
        q.task_done()
    q.task_done()


threading.Thread(target=produce).start()
threading.Thread(target=consume).start()
time.sleep(0.1)
q.join()
print('all done', time.monotonic(), q.empty(), q.full(), q.unfinished_tasks)
