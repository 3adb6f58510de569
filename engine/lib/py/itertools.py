"""Iterators made of iterators."""

import operator as _operator
import sys as _sys


def _count(value, what):
    # A whole number that is not negative, or None.
    if value is None:
        return None
    try:
        number = _operator.index(value)
    except TypeError:
        number = -1
    if not 0 <= number <= _sys.maxsize:
        raise ValueError(f'{what} for islice() must be None or an integer: '
                         '0 <= x <= sys.maxsize.')
    return number


class _Iterator:
    """Draws from a generator that __init__ of the subclass has started."""

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


class count(_Iterator):
    def __init__(self, start=0, step=1):
        self._next = start
        self._step = step
        for number in (start, step):
            if not hasattr(number, '__add__') or isinstance(number, (str, bytes, list, tuple)):
                raise TypeError('a number is required')

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if type(self._step) is int and self._step == 1:
            return f'count({self._next!r})'
        return f'count({self._next!r}, {self._step!r})'


def _times(value):
    number = _operator.index(value)
    if not -_sys.maxsize - 1 <= number <= _sys.maxsize:
        raise OverflowError('Python int too large to convert to C ssize_t')
    return max(number, 0)


class repeat(_Iterator):
    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else _times(times)

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        left = '' if self._left is None else f', {self._left}'
        return f'repeat({self._object!r}{left})'


class cycle(_Iterator):
    def __init__(self, iterable, /):
        self._items = self._run(iter(iterable))

    def _run(self, source):
        saved = []
        for item in source:
            saved.append(item)
            yield item
        while saved:
            yield from saved


class chain(_Iterator):
    def __init__(self, *iterables):
        self._items = self._run(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        made = cls()
        made._items = cls._run(iterable)
        return made

    @staticmethod
    def _run(iterables):
        for iterable in iterables:
            yield from iterable


class accumulate(_Iterator):
    def __init__(self, iterable, func=None, *, initial=None):
        self._items = self._run(iter(iterable), func or _operator.add, initial)

    def _run(self, source, function, total):
        if total is None:
            for total in source:
                break
            else:
                return
        yield total
        for item in source:
            total = function(total, item)
            yield total


class batched(_Iterator):
    def __init__(self, iterable, n, *, strict=False):
        if n < 1:
            raise ValueError('n must be at least one')
        self._items = self._run(iter(iterable), n, strict)

    def _run(self, source, n, strict):
        while batch := tuple(islice(source, n)):
            if strict and len(batch) != n:
                raise ValueError('batched(): incomplete batch')
            yield batch


class compress(_Iterator):
    def __init__(self, data, selectors):
        self._items = self._run(iter(data), iter(selectors))

    def _run(self, data, selectors):
        for item, wanted in zip(data, selectors):
            if wanted:
                yield item


class dropwhile(_Iterator):
    def __init__(self, predicate, iterable, /):
        self._items = self._run(predicate, iter(iterable))

    def _run(self, predicate, source):
        for item in source:
            if not predicate(item):
                yield item
                break
        yield from source


class takewhile(_Iterator):
    def __init__(self, predicate, iterable, /):
        self._items = self._run(predicate, iter(iterable))

    def _run(self, predicate, source):
        for item in source:
            if not predicate(item):
                break
            yield item


class filterfalse(_Iterator):
    def __init__(self, function, iterable, /):
        self._items = self._run(function, iter(iterable))

    def _run(self, function, source):
        for item in source:
            if not (item if function is None else function(item)):
                yield item


class starmap(_Iterator):
    def __init__(self, function, iterable, /):
        self._items = self._run(function, iter(iterable))

    def _run(self, function, source):
        for arguments in source:
            yield function(*tuple(arguments))


class islice(_Iterator):
    def __init__(self, iterable, /, *args):
        if not 1 <= len(args) <= 3:
            most = 'at least 2' if not args else 'at most 4'
            raise TypeError(f'islice expected {most} arguments, got {len(args) + 1}')
        bounds = slice(*args)
        if len(args) == 1:
            stop = _count(bounds.stop, 'Stop argument')
            start = 0
        else:
            start = _count(bounds.start, 'Indices') or 0
            stop = _count(bounds.stop, 'Indices')
        step = 1 if bounds.step is None else bounds.step
        if not isinstance(step, int) or step < 1:
            raise ValueError('Step for islice() must be a positive integer or None.')
        self._items = self._run(iter(iterable), start, stop, step)

    def _run(self, source, start, stop, step):
        # Nothing is drawn beyond what is needed.
        at = 0
        wanted = start
        while stop is None or wanted < stop:
            for item in source:
                at += 1
                if at > wanted:
                    break
            else:
                return
            yield item
            wanted += step
        while at < (stop or 0):
            for item in source:
                at += 1
                break
            else:
                return


class pairwise(_Iterator):
    def __init__(self, iterable, /):
        self._items = self._run(iter(iterable))

    def _run(self, source):
        for before in source:
            break
        else:
            return
        for item in source:
            pair = before, item
            before = item
            yield pair


class zip_longest(_Iterator):
    def __init__(self, *iterables, fillvalue=None):
        self._items = self._run([iter(iterable) for iterable in iterables], fillvalue)

    def _run(self, sources, fill):
        left = len(sources)
        while left:
            row = []
            for place, source in enumerate(sources):
                value = fill
                if source is not None:
                    for value in source:
                        break
                    else:
                        sources[place] = None
                        left -= 1
                row.append(value)
            if not left:
                return
            yield tuple(row)


class groupby(_Iterator):
    def __init__(self, iterable, key=None):
        self._source = iter(iterable)
        self._key = key
        self._pending = []
        self._group = None
        self._started = False

    def _advance(self):
        # Draws the next item and its key; False at the end.
        self._pending.clear()
        for item in self._source:
            self._pending.append((item if self._key is None else self._key(item), item))
            return True
        return False

    def __next__(self):
        # What is left of the group before is passed over.
        if not self._started:
            self._started = True
            self._advance()
        else:
            while self._pending and self._pending[0][0] == self._current:
                self._advance()
        if not self._pending:
            raise StopIteration
        self._current = self._pending[0][0]
        self._group = marker = object()
        return self._current, self._items_of(self._current, marker)

    def _items_of(self, key, marker):
        while self._group is marker and self._pending and self._pending[0][0] == key:
            item = self._pending[0][1]
            self._pending[0] = key, None
            yield item
            if self._group is marker:
                self._advance()


class product(_Iterator):
    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        pools = [tuple(iterable) for iterable in iterables] * repeat
        self._items = self._run(pools)

    def _run(self, pools):
        if not all(pools):
            return
        places = [0] * len(pools)
        while True:
            yield tuple([pool[place] for pool, place in zip(pools, places)])
            for i in range(len(pools) - 1, -1, -1):
                places[i] += 1
                if places[i] < len(pools[i]):
                    break
                places[i] = 0
            else:
                return


class permutations(_Iterator):
    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is None:
            r = len(pool)
        if r < 0:
            raise ValueError('r must be non-negative')
        self._items = self._run(pool, r)

    def _run(self, pool, r):
        def extend(chosen):
            if len(chosen) == r:
                yield tuple([pool[i] for i in chosen])
                return
            for i in range(len(pool)):
                if i not in chosen:
                    yield from extend(chosen + [i])
        return extend([])


class combinations(_Iterator):
    def __init__(self, iterable, r):
        pool = tuple(iterable)
        if r < 0:
            raise ValueError('r must be non-negative')
        self._items = self._run(pool, r)

    def _run(self, pool, r):
        if r > len(pool):
            return
        places = list(range(r))
        last = len(pool) - r
        while True:
            yield tuple([pool[i] for i in places])
            for i in range(r - 1, -1, -1):
                if places[i] < last + i:
                    break
            else:
                return
            places[i:] = range(places[i] + 1, places[i] + 1 + r - i)


class combinations_with_replacement(_Iterator):
    def __init__(self, iterable, r):
        pool = tuple(iterable)
        if r < 0:
            raise ValueError('r must be non-negative')
        self._items = self._run(pool, r)

    def _run(self, pool, r):
        if r and not pool:
            return
        places = [0] * r
        while True:
            yield tuple([pool[i] for i in places])
            for i in range(r - 1, -1, -1):
                if places[i] < len(pool) - 1:
                    break
            else:
                return
            places[i:] = [places[i] + 1] * (r - i)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError('n must be >= 0')
    source = iter(iterable)
    link = [None, None]
    return tuple([_tee(source, link) for _ in range(n)])


class _tee(_Iterator):
    """Walks a chain of [item, next link]; whoever comes first draws the item."""

    def __init__(self, source, link):
        self._source = source
        self._link = link

    def __next__(self):
        link = self._link
        if link[1] is None:
            link[0] = next(self._source)
            link[1] = [None, None]
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _tee(self._source, self._link)
