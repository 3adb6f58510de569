import concurrent.futures as futures
import threading
import time


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__module__, repr(error).replace(hex(id(f)), '0x'))


f = futures.Future()
attempt(f.result, timeout=1)
attempt(f.exception, 0)
print(time.monotonic(), f.set_running_or_notify_cancel(), f.running(), f.cancel())
threading.Timer(2, f.set_exception, [OSError('late')]).start()
attempt(f.result, 5)
print(time.monotonic(), repr(f.exception()))
attempt(f.set_result, 3)
g = futures.Future()
g.cancel()
print(g.set_running_or_notify_cancel())
attempt(g.set_result, 3)
attempt(g.exception)
