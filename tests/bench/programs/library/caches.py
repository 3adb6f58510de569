"""lru_cache and cache, mostly hits."""
from functools import cache, lru_cache


@lru_cache(maxsize=128)
def double(n):
    return n * 2


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def main():
    total = 0
    for n in range(20000):
        total += double(n % 100)
    for _ in range(10000):
        total += fib(60)
    print(total)


main()
