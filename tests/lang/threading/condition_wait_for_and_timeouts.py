import threading
import time

condition = threading.Condition(threading.Lock())
state = {'ready': False}


def wait(name, timeout):
    with condition:
        print(name, condition.wait_for(lambda: state['ready'], timeout), time.monotonic())


threads = [threading.Thread(target=wait, args=a) for a in (('a', 1), ('b', None), ('c', 2.5))]
for t in threads:
    t.start()
time.sleep(2)
with condition:
    condition.notify_all()
    print('too early', time.monotonic())
time.sleep(1)
with condition:
    state['ready'] = True
    condition.notify_all()
for t in threads:
    t.join()
with condition:
    print(condition.wait(0.5), condition.wait(timeout=0), time.monotonic())
print(repr(condition).startswith('<Condition(<unlocked _thread.lock object at'))
