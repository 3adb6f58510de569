import threading
import time


def work(name):
    print(name, 'begins', time.monotonic())
    time.sleep(1)
    print(name, 'ends', time.monotonic())


a = threading.Thread(target=work, args=('a',))
b = threading.Thread(target=work, kwargs={'name': 'b'})
a.start()
b.start()
print('started', a.is_alive(), b.is_alive())
a.join()
b.join()
print('joined', a.is_alive(), b.is_alive(), time.monotonic())
