"""insort and bisect in a sorted list."""
import bisect


def main():
    xs, total = [], 0
    for n in range(6000):
        bisect.insort(xs, n * 7919 % 10007)
    for n in range(12000):
        total += bisect.bisect_left(xs, n) + bisect.bisect(xs, n)
    print(total)


main()
