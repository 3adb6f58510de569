class K:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __repr__(self):
        return f'K{self.n}'


def key(x):
    print('key', x)
    return -x


print(sorted([2, 3, 1], key=key))
items = [K(3), K(1), K(2)]
items.sort()
print(items, sorted(items, reverse=True))
