import threading
import time


def work():
    print('waits for main', threading.main_thread().is_alive())
    threading.main_thread().join()
    print('main is over', time.monotonic())


threading.Thread(target=work).start()
time.sleep(2)
print('main ends')
