def naturals():
    n = 1
    while True:
        yield n
        n += 1


def odd(numbers):
    for n in numbers:
        if n % 2:
            yield n


def take(count, items):
    for _ in range(count):
        yield next(items)


print(list(take(5, (n * n for n in odd(naturals())))))
