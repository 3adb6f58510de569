"""Calls of a small function, and recursion."""


def add(a, b=1, *, c=2):
    return a + b + c


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def main():
    total = 0
    for number in range(100_000):
        total = add(total, number)
        total = add(total, b=number, c=1)
    print(total, fibonacci(20))


main()
