import threading
import time


def tick():
    while True:
        time.sleep(1)
        print('tick', time.monotonic())


def work():
    time.sleep(2.5)
    print('work is done', time.monotonic())


threading.Thread(target=tick, daemon=True).start()
threading.Thread(target=work).start()
print('main ends')
