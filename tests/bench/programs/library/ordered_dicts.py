"""OrderedDict: insertion, move_to_end, popitem."""
from collections import OrderedDict


def main():
    d = OrderedDict()
    for n in range(15000):
        d[n % 200] = n
        d.move_to_end(n % 200)
        if len(d) > 100:
            d.popitem(last=False)
    print(len(d))


main()
