import _thread
import threading
import time


def work():
    time.sleep(1)
    _thread.interrupt_main()
    print('asked at', time.monotonic())


threading.Thread(target=work).start()
try:
    time.sleep(3)
    print('not printed')
except KeyboardInterrupt:
    print('interrupted at', time.monotonic())
