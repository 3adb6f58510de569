import threading
import time


def work(depth):
    print('  ' * depth, 'begins', time.monotonic())
    if depth < 3:
        children = [threading.Thread(target=work, args=(depth + 1,)) for _ in range(2)]
        for t in children:
            t.start()
            time.sleep(0.5)
        for t in children:
            t.join()
    else:
        time.sleep(1)
    print('  ' * depth, 'ends', time.monotonic())


work(1)
