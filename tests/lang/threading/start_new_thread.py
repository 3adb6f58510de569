import _thread
import time


def work(name, seconds=1):
    time.sleep(seconds)
    print(name, time.monotonic())
    if name == 'c':
        _thread.exit()
        print('never')


_thread.start_new_thread(work, ('a',))
_thread.start_new_thread(work, ('b',), {'seconds': 2})
_thread.start_new_thread(work, ('c',))
lock = _thread.allocate_lock()
print(type(lock) is _thread.LockType, lock.locked())
for args in ((3, ()), (work, []), (work, (), 3)):
    try:
        _thread.start_new_thread(*args)
    except TypeError as error:
        print(error)
time.sleep(1.5)
print('main ends; b is forgotten')
