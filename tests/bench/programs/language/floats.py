"""Floating point: a set that is drawn with characters."""


def depth(x, y):
    a = b = 0.0
    for turn in range(40):
        a, b = a * a - b * b + x, 2.0 * a * b + y
        if a * a + b * b > 4.0:
            return turn
    return 40


def main():
    print(sum(depth(column / 60 - 1.5, row / 40 - 1.0) for row in range(80) for column in range(120)))


main()
