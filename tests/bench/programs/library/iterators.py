"""itertools, each function a few thousand times."""
import itertools


def main():
    total = 0
    for a, b in itertools.pairwise(range(10000)):
        total += b - a
    for x in itertools.chain(range(5000), range(5000)):
        total += x
    for x in itertools.islice(itertools.count(), 10000):
        total += x
    for a, b in itertools.product(range(70), repeat=2):
        total += a * b
    for a, b in itertools.combinations(range(80), 2):
        total += a
    for x in itertools.accumulate(range(5000)):
        total += x
    for a, b in itertools.zip_longest(range(5000), range(3000), fillvalue=0):
        total += b
    for _, group in itertools.groupby(range(6000), lambda value: value // 10):
        total += sum(group)
    print(total)


main()
