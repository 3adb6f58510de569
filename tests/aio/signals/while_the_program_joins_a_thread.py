# world: {"signals": [{"at": 1, "signal": "SIGUSR1"}, {"at": 3, "signal": "SIGINT"}]}
import signal
import threading
import time

signal.signal(signal.SIGUSR1, lambda number, frame: print('handled', time.monotonic()))
t = threading.Thread(target=time.sleep, args=(2,))
t.start()
t.join()
print('joined', time.monotonic())
lock = threading.Lock()
lock.acquire()
try:
    lock.acquire()
except KeyboardInterrupt:
    print('interrupted', time.monotonic())
