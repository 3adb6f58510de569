# world: {"signals": [{"at": 1, "signal": "SIGUSR1"}]}
import os
import signal
import threading
import time

signal.signal(signal.SIGUSR1, lambda number, frame: print('handled at', time.monotonic()))


def work():
    time.sleep(2)
    os.kill(os.getpid(), signal.SIGUSR1)
    time.sleep(1)
    signal.raise_signal(signal.SIGUSR1)
    print('worker ends')


threading.Thread(target=work).start()
print('main ends')
