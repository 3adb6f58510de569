import concurrent.futures
import queue
import signal
import threading
import time


def soon(function, *args):
    # The signal comes a second before what the main thread waits for.
    def work():
        time.sleep(1)
        signal.raise_signal(signal.SIGUSR1)
        time.sleep(1)
        function(*args)

    threading.Thread(target=work).start()


signal.signal(signal.SIGUSR1, lambda number, frame: print('  handled at', time.monotonic()))
event, items, lock = threading.Event(), queue.Queue(), threading.Lock()
future = concurrent.futures.Future()

soon(event.set)
print('event', event.wait())
soon(items.put, 'item')
print('queue', items.get())
lock.acquire()
soon(lock.release)
print('lock', lock.acquire())
soon(print, 'nothing')
print('lock in vain', lock.acquire(timeout=1.5), time.monotonic())
soon(future.set_result, 'result')
print('future', future.result())
t = threading.Thread(target=signal.raise_signal, args=(signal.SIGUSR1,))
t.start()
t.join()
print('joined')
