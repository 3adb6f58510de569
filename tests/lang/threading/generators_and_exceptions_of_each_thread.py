import sys
import threading
import time


def numbers(n):
    for i in range(n):
        time.sleep(1)
        yield i


def work(name):
    try:
        for i in numbers(3):
            if i == 1:
                raise ValueError(name)
    except ValueError:
        time.sleep(1)
        print(name, sys.exception(), time.monotonic())
    print(name, sys.exc_info())


threads = [threading.Thread(target=work, args=(n,)) for n in 'ab']
for t in threads:
    t.start()
try:
    raise KeyError('main')
except KeyError:
    time.sleep(2.5)
    print(sys.exception())
    for t in threads:
        t.join()
    print(repr(sys.exception()))
