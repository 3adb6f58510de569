"""defaultdict of lists and of counts."""
from collections import defaultdict


def main():
    d, e = defaultdict(list), defaultdict(int)
    for n in range(30000):
        d[n % 500].append(n)
        e[n % 300] += 1
    print(len(d), sum(e.values()))


main()
