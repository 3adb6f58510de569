# world: {"signals": [{"at": 1, "signal": "SIGUSR1"}]}
import signal
import threading
import time

signal.signal(signal.SIGUSR1, lambda number, frame: print('handled at', time.monotonic()))


def work(name):
    time.sleep(1)
    print(name, 'woke')


for name in ('a', 'b'):
    threading.Thread(target=work, args=(name,)).start()
time.sleep(2)
print('end')
