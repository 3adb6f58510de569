"""Generators, chained, and yield from."""


def numbers(count):
    for number in range(count):
        yield number


def both(count):
    yield from numbers(count)
    yield from numbers(count)


def main():
    squares = (number * number for number in both(80_000))
    print(sum(square % 11 for square in squares))


main()
