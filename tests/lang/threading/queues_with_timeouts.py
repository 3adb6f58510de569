import queue
import threading
import time

q = queue.Queue(1)


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs), time.monotonic())
    except (queue.Empty, queue.Full, ValueError) as error:
        print(type(error).__name__, error, time.monotonic())


attempt(q.get_nowait)
attempt(q.get, timeout=1)
attempt(q.get, True, 0)
attempt(q.put, 'a')
attempt(q.put, 'b', timeout=0.5)
attempt(q.put_nowait, 'b')
attempt(q.put, 'b', block=False)
attempt(q.get, timeout=-1)
threading.Timer(1, q.get).start()
attempt(q.put, 'c', timeout=5)
attempt(q.get)
attempt(q.task_done)
attempt(q.task_done)
attempt(q.task_done)
