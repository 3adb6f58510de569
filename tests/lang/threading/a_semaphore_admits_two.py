import threading
import time

semaphore = threading.Semaphore(2)


def work(name):
    with semaphore:
        print(name, 'in', time.monotonic())
        time.sleep(1)
    print(name, 'out', time.monotonic())


threads = [threading.Thread(target=work, args=(n,)) for n in 'abcde']
for t in threads:
    t.start()
for t in threads:
    t.join()
print(semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.acquire(False))
print(semaphore.acquire(timeout=1), time.monotonic(), repr(semaphore).rpartition(' ')[2])
semaphore.release(3)
print(repr(semaphore).rpartition(' ')[2])
for call in (lambda: threading.Semaphore(-1), lambda: semaphore.release(0),
             lambda: semaphore.acquire(False, 1), lambda: threading.BoundedSemaphore(1).release()):
    try:
        call()
    except ValueError as error:
        print(error)
