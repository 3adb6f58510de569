"""Lists: append, index, slice, sort, comprehension."""


def main():
    values = []
    for number in range(60_000):
        values.append(number * 7919 % 10_007)
    values.sort()
    pairs = [(value, index) for index, value in enumerate(values) if value % 3 == 0]
    pairs.sort(key=lambda pair: -pair[1])
    for index in range(0, len(values) - 1, 2):
        values[index], values[index + 1] = values[index + 1], values[index]
    print(len(pairs), sum(values[10:5000:7]), values[::-1][:3], max(values), 77 in values)


main()
