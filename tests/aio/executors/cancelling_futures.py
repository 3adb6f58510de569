import time
from concurrent.futures import CancelledError, ThreadPoolExecutor, wait


def work(n):
    print('work', n)
    time.sleep(1)
    return n


pool = ThreadPoolExecutor(1)
futures = [pool.submit(work, n) for n in range(3)]
time.sleep(0.5)
print([f.cancel() for f in futures[:2]], [f.cancelled() for f in futures])
for f in futures:
    try:
        print(f.result())
    except CancelledError as error:
        print(repr(error), f.cancel(), f.running(), f.done())
more = [pool.submit(work, n) for n in range(5)]
pool.shutdown(cancel_futures=True)
print([f.cancelled() for f in more], time.monotonic())
done, not_done = wait(futures)
print(len(done), len(not_done))
