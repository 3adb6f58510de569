"""Decorators, *args and **kwargs passed on, functools.wraps, lru_cache, partial."""
import functools


def counted(function):
    calls = 0

    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        nonlocal calls
        calls += 1
        wrapper.calls = calls
        return function(*args, **kwargs)

    return wrapper


@counted
def add(a, b, scale=1):
    return (a + b) * scale


@functools.lru_cache(maxsize=None)
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


def main():
    total, twice = 0, functools.partial(add, scale=2)
    for number in range(15_000):
        total += add(number, 1) + add(number, b=2) + twice(number, 3)
        total += ways(number % 40) & 3
    print(total, add.calls)


main()
