import concurrent.futures as futures
import time


def work(n):
    time.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n


with futures.ThreadPoolExecutor() as pool:
    jobs = {pool.submit(work, n): n for n in (3, 1, 2)}
    for job in futures.as_completed(jobs):
        print(jobs[job], job.exception() or job.result(), time.monotonic())
    print([f.result() for f in futures.as_completed([f for f in jobs if jobs[f] != 2])])
    jobs = [pool.submit(work, n) for n in (1, 4)]
    try:
        for job in futures.as_completed(jobs, timeout=2):
            print(job.result(), time.monotonic())
    except TimeoutError as error:
        print(error, time.monotonic())
