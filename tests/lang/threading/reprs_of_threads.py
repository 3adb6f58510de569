import threading
import time


def shown(thing):
    return repr(thing).split()[:2]


t = threading.Thread(target=time.sleep, args=(1,))
print(repr(t))
d = threading.Thread(name='d', daemon=True)
print(repr(d))
t.start()
print(shown(t), 'started' in repr(t), str(t.ident) in repr(t))
t.join()
print(shown(t), 'stopped' in repr(t))
print(repr(threading.main_thread()).split(',')[0])
