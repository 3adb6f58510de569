"""Dicts and sets: counting, grouping, membership."""


def main():
    counts, groups = {}, {}
    for number in range(80_000):
        key = number * 31 % 1009
        counts[key] = counts.get(key, 0) + 1
        groups.setdefault(key % 10, []).append(number)
    names = {f'name{number}': number for number in range(20_000)}
    found = sum(1 for number in range(0, 40_000, 2) if f'name{number}' in names)
    seen = {number % 513 for number in range(50_000)}
    print(len(counts), len(groups), found, len(seen), sum(value for _, value in names.items()))


main()
