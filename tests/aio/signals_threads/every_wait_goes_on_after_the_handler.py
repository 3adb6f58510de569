# world: {"signals": [{"at": 1, "signal": "SIGUSR1"}, {"at": 3, "signal": "SIGUSR1"}, {"at": 5, "signal": "SIGUSR1"}, {"at": 7, "signal": "SIGUSR1"}, {"at": 9, "signal": "SIGUSR1"}, {"at": 11, "signal": "SIGUSR1"}]}
import queue
import signal
import threading
import time


def later(seconds, function, *args):
    threading.Timer(seconds, function, args).start()


signal.signal(signal.SIGUSR1, lambda number, frame: print('  handled at', time.monotonic()))
time.sleep(2)
print('slept', time.monotonic())

event = threading.Event()
later(2, event.set)
print('event', event.wait(), time.monotonic())

items = queue.Queue()
later(2, items.put, 'item')
print('queue', items.get(), time.monotonic())

lock = threading.Lock()
lock.acquire()
later(2, lock.release)
print('lock', lock.acquire(timeout=3), time.monotonic())

print('lock in vain', lock.acquire(timeout=2), time.monotonic())

t = threading.Thread(target=time.sleep, args=(2,))
t.start()
t.join()
print('joined', time.monotonic())
