"""Closures, nonlocal, global names, default arguments."""

counter = 0


def adder(step):
    total = 0

    def add():
        nonlocal total
        global counter
        total += step
        counter += 1
        return total

    return add


def main():
    adders = [adder(step) for step in range(10)]
    for _ in range(20_000):
        for add in adders:
            add()
    print([add() for add in adders], counter)


main()
