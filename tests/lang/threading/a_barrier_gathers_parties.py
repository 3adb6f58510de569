import threading
import time

barrier = threading.Barrier(3, action=lambda: print('all here', time.monotonic()))


def work(name, seconds):
    for turn in range(2):
        time.sleep(seconds)
        print(name, 'arrives', time.monotonic(), barrier.n_waiting)
        index = barrier.wait()
        print(name, 'leaves', index, time.monotonic())


threads = [threading.Thread(target=work, args=a) for a in (('a', 1), ('b', 2), ('c', 3))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(barrier.parties, barrier.n_waiting, barrier.broken, repr(barrier).rpartition(' ')[2])
