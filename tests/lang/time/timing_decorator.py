import functools
import time


def timed(function):
    @functools.wraps(function)
    def wrapper(*args):
        start = time.perf_counter()
        result = function(*args)
        print(f'{function.__name__}{args} took {time.perf_counter() - start:.3f}s')
        return result

    return wrapper


@timed
def slow(n):
    time.sleep(n)
    return n * 2


print(slow(0.2) + slow(1))
