import threading
import time


def work():
    time.sleep(3)


t = threading.Thread(target=work)
t.start()
t.join(1)
print(time.monotonic(), t.is_alive())
t.join(timeout=0.5)
print(time.monotonic(), t.is_alive())
t.join(0)
print(time.monotonic(), t.is_alive())
t.join(10)
print(time.monotonic(), t.is_alive())
t.join()
print(t.join(-1))
