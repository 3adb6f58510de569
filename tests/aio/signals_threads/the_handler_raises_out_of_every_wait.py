# world: {"signals": [{"at": 1, "signal": "SIGALRM"}, {"at": 2, "signal": "SIGALRM"}, {"at": 3, "signal": "SIGALRM"}, {"at": 4, "signal": "SIGALRM"}, {"at": 5, "signal": "SIGALRM"}, {"at": 6, "signal": "SIGALRM"}, {"at": 7, "signal": "SIGALRM"}, {"at": 8, "signal": "SIGALRM"}]}
import concurrent.futures
import queue
import signal
import threading
import time


class Alarm(Exception):
    pass


def handler(number, frame):
    raise Alarm(f'{time.monotonic()} s')


signal.signal(signal.SIGALRM, handler)
lock = threading.Lock()
lock.acquire()
sleeper = threading.Thread(target=time.sleep, args=(9,))
sleeper.start()
future = concurrent.futures.Future()
waits = {
    'sleep': lambda: time.sleep(50),
    'event': lambda: threading.Event().wait(),
    'event with a timeout': lambda: threading.Event().wait(50),
    'queue': lambda: queue.Queue().get(),
    'lock': lambda: lock.acquire(),
    'lock with a timeout': lambda: lock.acquire(timeout=50),
    'join': lambda: sleeper.join(),
    'result': lambda: future.result(),
}
for name, wait in waits.items():
    try:
        wait()
    except Alarm as alarm:
        print(name, 'is left at', alarm)
print(lock.locked(), sleeper.is_alive())
