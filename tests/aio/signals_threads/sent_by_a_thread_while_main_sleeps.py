import os
import signal
import threading
import time


def handler(number, frame):
    print('handled in', threading.current_thread().name, 'at', time.monotonic())


def work():
    time.sleep(1)
    os.kill(os.getpid(), signal.SIGUSR1)
    print('sent at', time.monotonic())
    time.sleep(1)
    print('worker ends at', time.monotonic())


signal.signal(signal.SIGUSR1, handler)
threading.Thread(target=work).start()
time.sleep(3)
print('slept until', time.monotonic())
