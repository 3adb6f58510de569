"""The builtins over long iterables: sum, min, max, any, all, map, filter, zip, enumerate, len."""


def main():
    values = [number * 7919 % 1009 for number in range(20_000)]
    total = sum(values) + sum(map(abs, values)) + min(values) + max(values)
    total += sum(1 for value in values if value > 500)
    total += len(list(filter(None, values))) + len(list(map(str, values)))
    total += all(value >= 0 for value in values) + any(value < 0 for value in values)
    for place, (left, right) in enumerate(zip(values, reversed(values))):
        total += place * (left - right)
    pairs = dict(zip(values, map(lambda value: value + 1, values)))
    print(total, len(pairs), len(set(values)), len(tuple(values)))


main()
