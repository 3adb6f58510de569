import atexit
import threading
import time


def late():
    time.sleep(1)
    print('thread', time.monotonic())
    threading.Thread(target=later).start()


def later():
    time.sleep(1)
    print('its child', time.monotonic())


atexit.register(print, 'atexit 1')
atexit.register(lambda: print('atexit 2', time.monotonic()))
threading.Thread(target=late).start()
print('main ends')
