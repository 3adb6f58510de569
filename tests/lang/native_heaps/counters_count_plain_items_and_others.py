from collections import Counter, OrderedDict


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print('hash', self.name)
        return hash(self.name)

    def __eq__(self, other):
        print('eq', self.name)
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return f'Key({self.name})'


print(Counter([1, Key('a'), 'x', Key('a'), (1, 'x'), (1, 'x'), (1, Key('b')), 1.0, True, None, None, b'b']))


def numbers():
    print('begun')
    yield from [1, 2, 1]
    raise ValueError('no more')


counts = Counter()
try:
    counts.update(numbers())
except ValueError as error:
    print(error, counts)
try:
    counts.update([3, [], 4])
except TypeError as error:
    print(error, counts)
counts[1] = 2 ** 40
counts[2] = 'text'
counts[3] = 1.5
counts.update([1, 3])
print(counts[1], counts[3])
try:
    counts.update([2])
except TypeError as error:
    print(error)


class Loud(Counter):
    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)


class Getting(Counter):
    def get(self, key, default=None):
        return super().get(key, default) + 10


class Ordered(Counter, OrderedDict):
    pass


print(Loud('aab'), Getting('aab'), Ordered('banana').most_common(), list(Ordered('banana')))
print(Counter(iter('abc')), Counter({'a': 3}.items()), Counter(range(3)), Counter(map(str, [1, 1])), Counter(()), Counter(''))
big = Counter(a=2 ** 31 - 2)
big.update('aaa')
print(big, Counter(a=2 ** 63).total())
big.update('aa')
print(big)
