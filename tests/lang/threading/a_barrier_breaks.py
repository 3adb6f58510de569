import threading
import time

barrier = threading.Barrier(2, timeout=2)


def work(name, seconds, **options):
    time.sleep(seconds)
    try:
        print(name, barrier.wait(**options), time.monotonic())
    except threading.BrokenBarrierError as error:
        print(name, 'broken', repr(error), time.monotonic(), barrier.broken)


def together(*jobs):
    threads = [threading.Thread(target=work, args=a, kwargs=k) for *a, k in jobs]
    for t in threads:
        t.start()
    return threads


for t in together(('late', 3, {}), ('early', 0, {})):
    t.join()
barrier.reset()
print(barrier.broken, time.monotonic())
for t in together(('a', 0, {}), ('b', 1, {'timeout': 1})):
    t.join()
threads = together(('c', 0, {}))
time.sleep(1)
barrier.abort()
threads[0].join()
barrier.reset()
threads = together(('d', 0, {}))
time.sleep(1)
barrier.reset()
threads[0].join()
print(barrier.broken, barrier.n_waiting)
