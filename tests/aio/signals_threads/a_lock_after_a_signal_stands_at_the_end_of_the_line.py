# world: {"signals": [{"at": 2, "signal": "SIGUSR1"}]}
import signal
import threading
import time

signal.signal(signal.SIGUSR1, lambda number, frame: print('handled at', time.monotonic()))
lock = threading.Lock()


def hold():
    with lock:
        time.sleep(3)


def second():
    time.sleep(1)
    with lock:
        print('second at', time.monotonic())
        time.sleep(1)


threading.Thread(target=hold).start()
threading.Thread(target=second).start()
time.sleep(0.5)
with lock:
    print('main at', time.monotonic())
