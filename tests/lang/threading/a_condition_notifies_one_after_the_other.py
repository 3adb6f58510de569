import threading
import time

condition = threading.Condition()
items = []


def consume(name):
    with condition:
        while not items:
            print(name, 'waits', time.monotonic())
            condition.wait()
        print(name, 'takes', items.pop(0), time.monotonic())


threads = [threading.Thread(target=consume, args=(n,)) for n in 'abc']
for t in threads:
    t.start()
for i in range(3):
    time.sleep(1)
    with condition:
        items.append(i)
        condition.notify()
        print('notified', i)
for t in threads:
    t.join()
for method in (condition.notify, condition.wait):
    try:
        method()
    except RuntimeError as error:
        print(error)
