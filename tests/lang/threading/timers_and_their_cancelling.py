import threading
import time


def ring(*args, **kwargs):
    print('ring', args, kwargs, time.monotonic())


timers = [threading.Timer(2, ring), threading.Timer(1, ring, args=[1], kwargs={'k': 2}),
          threading.Timer(3, ring, ['never'])]
for t in timers:
    t.start()
time.sleep(2.5)
timers[2].cancel()
for t in timers:
    t.join()
    print(t.is_alive(), t.finished.is_set(), t.interval, time.monotonic())
