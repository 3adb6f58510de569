"""Sorting: with a key, by several keys, in place, reversed, smallest and largest."""


def main():
    people = [(f'name{number * 7919 % 10_007}', number * 31 % 97) for number in range(8000)]
    by_age = sorted(people, key=lambda person: person[1])
    by_both = sorted(people, key=lambda person: (person[1], person[0]), reverse=True)
    numbers = [number * 7919 % 10_007 for number in range(15_000)]
    numbers.sort()
    words = sorted((name for name, _ in people), key=len)
    eldest = max(people, key=lambda person: person[1])
    print(by_age[0], by_both[0], numbers[-1], words[0], eldest, min(numbers))


main()
