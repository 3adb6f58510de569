"""Comprehensions, built-in functions over iterables, lambdas."""


def main():
    rows = [[row * column for column in range(60)] for row in range(400)]
    flat = [value for row in rows for value in row if value & 1]
    doubled = list(map(lambda value: value * 2, filter(lambda value: value > 50, flat)))
    pairs = dict(zip(flat, doubled))
    print(len(flat), sum(doubled), len(pairs), any(value == 77 for value in flat),
          sorted({len(str(value)) for value in doubled}), min(flat), sum(map(abs, flat)))


main()
