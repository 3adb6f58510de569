import threading
import time


def work():
    time.sleep(1)
    print('still done', time.monotonic())


threading.Thread(target=work).start()
raise ValueError('main fails')
