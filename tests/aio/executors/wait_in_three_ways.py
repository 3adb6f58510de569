import concurrent.futures as futures
import time


def work(n):
    time.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n


with futures.ThreadPoolExecutor() as pool:
    for mode in (futures.FIRST_COMPLETED, futures.FIRST_EXCEPTION, futures.ALL_COMPLETED):
        jobs = [pool.submit(work, n) for n in (3, 1, 2, 4)]
        done, not_done = futures.wait(jobs, return_when=mode)
        print(mode, [jobs.index(f) for f in done], [jobs.index(f) for f in not_done],
              time.monotonic())
    jobs = [pool.submit(work, n) for n in (1, 3)]
    result = futures.wait(jobs, timeout=2)
    print(len(result.done), len(result.not_done), time.monotonic(), type(result).__name__)
    try:
        futures.wait(jobs, return_when='never')
    except ValueError as error:
        print(error)
