# Which iterators go on after the error of a function or source, and which are at their end.
from itertools import (accumulate, batched, chain, compress, cycle, dropwhile, filterfalse, groupby, islice, pairwise,
                       starmap, takewhile, tee, zip_longest)


class Source:
    """Every third item is an error."""

    def __init__(self, stop=8):
        self.n = 0
        self.stop = stop

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n == self.stop:
            raise StopIteration
        if self.n % 3 == 0:
            raise KeyError(self.n)
        return self.n


def picky(*args):
    if args[-1] % 2 == 0:
        raise ValueError(args)
    return args[-1]


def draw(name, iterator, times=9):
    got = []
    for _ in range(times):
        try:
            item = next(iterator)
            got.append(item if type(item) in (int, tuple) else type(item).__name__)
        except (ValueError, KeyError, TypeError) as error:
            got.append(type(error).__name__)
        except StopIteration:
            got.append('end')
    print(name, got)


draw('accumulate', accumulate(Source()))
draw('accumulate', accumulate([1, 2, 3, 4, 5], picky))
draw('accumulate', accumulate([1, 'a', 3], initial=0))
draw('batched', batched(Source(), 2))
draw('batched', batched([1, 2, 3], 2, strict=True))
draw('chain', chain(Source(), [7]))
draw('chain', chain([1], 5, [2]))
draw('chain', chain.from_iterable(Source()))
draw('compress', compress(Source(), [1] * 9))
draw('compress', compress([1, 2, 3, 4, 5], Source()))
draw('cycle', cycle(Source(5)))
draw('dropwhile', dropwhile(picky, [1, 2, 3, 4]))
draw('dropwhile', dropwhile(lambda n: n < 2, Source()))
draw('filterfalse', filterfalse(picky, [2, 1, 4, 3]))
draw('filterfalse', filterfalse(None, Source()))
draw('groupby', groupby([1, 2, 3, 5], picky))
draw('groupby', groupby(Source()))
draw('islice', islice(Source(), 5))
draw('islice', islice(Source(), 3, None))
draw('pairwise', pairwise(Source()))
draw('starmap', starmap(picky, [(1,), (2,), 3, (5,)]))
draw('takewhile', takewhile(picky, [1, 2, 3, 0, 5]))
draw('takewhile', takewhile(lambda n: n < 4, Source()))
draw('tee', tee(Source())[1])
draw('zip_longest', zip_longest(Source(), [1, 2, 3, 4]))
draw('zip_longest', zip_longest([1, 2], [1, 2, 3], fillvalue=0))
draw('map', map(picky, [1, 2, 3]))
draw('filter', filter(picky, [1, 2, 3]))
draw('zip', zip(Source(), Source()))
draw('enumerate', enumerate(Source()))
draw('reversed', reversed([1, 2]))


def again():
    """A function may draw from the iterator that calls it."""
    def drop(n):
        return n < 3 and next(it, 9) is not None
    it = dropwhile(drop, iter(range(6)))
    return list(it)


print(again())
groups = groupby([1, 1, 2, 2, 2, 3], lambda n: n)
key, first = next(groups)
print(key, next(first))
key, second = next(groups)
print(key, next(first, 'gone'), list(second), list(second), list(groups)[0][0])
print([(k, list(g)) for k, g in groupby('aabbbc')], [list(g) for _, g in list(groupby('aab'))])
