import threading


def attempt(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except (RuntimeError, AssertionError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Forgot(threading.Thread):
    def __init__(self):
        self.mine = 1


t = threading.Thread(target=print, args=('hello',))
attempt(t.join)
t.start()
attempt(t.start)
attempt(threading.current_thread().join)
t.join()
attempt(t.start)
attempt(setattr, t, 'daemon', True)
attempt(threading.Thread, group=1)
attempt(Forgot().start)
attempt(Forgot().join)
attempt(Forgot().is_alive)
attempt(repr, Forgot())
