import threading
import time

a, b = threading.Lock(), threading.Lock()


def work(first, second):
    with first:
        time.sleep(1)
        print('wants the other')
        with second:
            print('never')


threads = [threading.Thread(target=work, args=pair) for pair in ((a, b), (b, a))]
for t in threads:
    t.start()
for t in threads:
    t.join()
