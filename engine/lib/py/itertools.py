"""Iterators made of iterators."""

import operator as _operator
import sys as _sys


_NOTHING = object()


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

    def __copy__(self):
        return self._copied(lambda value: value)

    def __deepcopy__(self, memo, /):
        import copy
        return self._copied(lambda value: value if value is _NOTHING else copy.deepcopy(value, memo))

    def _copied(self, part):
        made = object.__new__(type(self))
        for name, value in self.__dict__.items():
            made.__dict__[name] = part(list(value) if type(value) is list and name != '_saved' else value)
        return made


class _Arrangement(_Iterator):
    """Draws from a generator; a copy begins anew and passes over what has been drawn."""

    def _start(self, *args):
        self._args = args
        self._drawn = 0
        self._items = self._run(*args)

    def __next__(self):
        item = next(self._items)
        self._drawn += 1
        return item

    def _copied(self, part):
        made = object.__new__(type(self))
        made._start(*part(self._args))
        for _ in range(self._drawn):
            next(made)
        return made


class count(_Iterator):
    def __init__(self, start=0, step=1):
        self._next = start
        self._step = step
        for number in (start, step):
            kind = type(number)
            if not isinstance(number, complex) and not any(
                    [hasattr(kind, name) for name in ('__index__', '__int__', '__float__')]):
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
        self._source = iter(iterable)
        self._saved = []
        self._again = None

    def __next__(self):
        if self._again is None:
            for item in self._source:
                self._saved.append(item)
                return item
            self._again = 0
        if not self._saved:
            raise StopIteration
        at = self._again
        self._again = (at + 1) % len(self._saved)
        return self._saved[at]


class chain(_Iterator):
    def __init__(self, *iterables):
        self._sources = iter(iterables)
        self._active = None

    @classmethod
    def from_iterable(cls, iterable, /):
        made = cls()
        made._sources = iter(iterable)
        return made

    def __next__(self):
        while self._sources is not None:
            if self._active is None:
                self._active = self._follow()
            for item in self._active:
                return item
            self._active = None
        raise StopIteration

    def _follow(self):
        # The next iterable's iterator. Without one, the chain ends for good.
        sources = self._sources
        self._sources = None
        for iterable in sources:
            active = iter(iterable)
            self._sources = sources
            return active
        return ()


class accumulate(_Iterator):
    def __init__(self, iterable, func=None, *, initial=None):
        self._source = iter(iterable)
        self._function = func
        self._total = _NOTHING
        self._initial = initial

    def __next__(self):
        if self._initial is not None:
            self._total = self._initial
            self._initial = None
            return self._total
        for item in self._source:
            if self._total is _NOTHING:
                self._total = item
            elif self._function is None:
                self._total = self._total + item
            else:
                self._total = self._function(self._total, item)
            return self._total
        raise StopIteration


class batched(_Iterator):
    def _copied(self, part):
        raise TypeError("cannot pickle 'itertools.batched' object")

    def __init__(self, iterable, n, *, strict=False):
        if n < 1:
            raise ValueError('n must be at least one')
        self._source = iter(iterable)
        self._size = n
        self._strict = strict

    def __next__(self):
        source = self._source
        self._source = ()
        batch = []
        for item in source:
            batch.append(item)
            if len(batch) == self._size:
                break
        if not batch:
            raise StopIteration
        if self._strict and len(batch) != self._size:
            raise ValueError('batched(): incomplete batch')
        self._source = source
        return tuple(batch)


class compress(_Iterator):
    def __init__(self, data, selectors):
        self._data = iter(data)
        self._selectors = iter(selectors)

    def __next__(self):
        while True:
            item = next(self._data)
            if next(self._selectors):
                return item


class dropwhile(_Iterator):
    def __init__(self, predicate, iterable, /):
        self._source = iter(iterable)
        self._predicate = predicate
        self._dropping = True

    def __next__(self):
        while True:
            item = next(self._source)
            if self._dropping and self._predicate(item):
                continue
            self._dropping = False
            return item


class takewhile(_Iterator):
    def __init__(self, predicate, iterable, /):
        self._source = iter(iterable)
        self._predicate = predicate
        self._taking = True

    def __next__(self):
        if not self._taking:
            raise StopIteration
        item = next(self._source)
        if self._predicate(item):
            return item
        self._taking = False
        raise StopIteration


class filterfalse(_Iterator):
    def __init__(self, function, iterable, /):
        self._source = iter(iterable)
        self._function = function

    def __next__(self):
        while True:
            item = next(self._source)
            if not (item if self._function is None else self._function(item)):
                return item


class starmap(_Iterator):
    def __init__(self, function, iterable, /):
        self._source = iter(iterable)
        self._function = function

    def __next__(self):
        for arguments in self._source:
            return self._function(*tuple(arguments))
        raise StopIteration


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
        self._source = iter(iterable)
        self._at = 0
        self._wanted = start
        self._stop = stop
        self._step = step

    def __next__(self):
        # Nothing is drawn beyond what is needed; an error is the end.
        source = self._source
        if source is None:
            raise StopIteration
        self._source = None
        while self._at < self._wanted:
            next(source)
            self._at += 1
        if self._stop is not None and self._at >= self._stop:
            raise StopIteration
        item = next(source)
        self._source = source
        self._at += 1
        self._wanted += self._step
        if self._stop is not None:
            self._wanted = min(self._wanted, self._stop)
        return item


class pairwise(_Iterator):
    def _copied(self, part):
        raise TypeError("cannot pickle 'itertools.pairwise' object")

    def __init__(self, iterable, /):
        self._source = iter(iterable)
        self._before = _NOTHING

    def __next__(self):
        source = self._source
        if source is None:
            raise StopIteration
        self._source = None
        before = self._before
        self._before = _NOTHING
        if before is _NOTHING:
            before = next(source)
        item = next(source)
        self._source = source
        self._before = item
        return before, item


class zip_longest(_Iterator):
    def __init__(self, *iterables, fillvalue=None, **other):
        if other:
            raise TypeError('zip_longest() got an unexpected keyword argument')
        self._sources = [iter(iterable) for iterable in iterables]
        self._left = len(iterables)
        self._fill = fillvalue

    def __next__(self):
        left = self._left
        if not left:
            raise StopIteration
        self._left = 0
        row = []
        for place, source in enumerate(self._sources):
            value = self._fill
            if source is not None:
                for value in source:
                    break
                else:
                    self._sources[place] = None
                    left -= 1
            row.append(value)
            if not left:
                break
        if not left:
            raise StopIteration
        self._left = left
        return tuple(row)


class groupby(_Iterator):
    def __init__(self, iterable, key=None):
        self._source = iter(iterable)
        self._function = key
        self._target = self._key = self._value = _NOTHING
        self._group = None

    def _advance(self):
        # Draws the next item and its key; False at the end.
        for item in self._source:
            key = item if self._function is None else self._function(item)
            self._value = item
            self._key = key
            return True
        return False

    def __next__(self):
        # What is left of the group before is passed over.
        self._group = None
        while self._key is _NOTHING or self._target is not _NOTHING and _same(self._target, self._key):
            if not self._advance():
                raise StopIteration
        self._target = self._key
        self._group = group = _grouper(self, self._target)
        return self._key, group


def _same(a, b):
    return a is b or a == b


class _grouper(_Iterator):
    """The items of one group, until the groupby() goes on."""

    def __init__(self, parent, key, /):
        self._parent = parent
        self._key = key

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if parent._value is _NOTHING and not parent._advance():
            raise StopIteration
        if not _same(self._key, parent._key):
            raise StopIteration
        item = parent._value
        parent._value = parent._key = _NOTHING
        return item


class product(_Arrangement):
    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        pools = [tuple(iterable) for iterable in iterables] * repeat
        self._start(pools)

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


class permutations(_Arrangement):
    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is None:
            r = len(pool)
        if not isinstance(r, int):
            raise TypeError('Expected int as r')
        if r < 0:
            raise ValueError('r must be non-negative')
        self._start(pool, r)

    def _run(self, pool, r):
        def extend(chosen):
            if len(chosen) == r:
                yield tuple([pool[i] for i in chosen])
                return
            for i in range(len(pool)):
                if i not in chosen:
                    yield from extend(chosen + [i])
        return extend([])


class combinations(_Arrangement):
    def __init__(self, iterable, r):
        pool = tuple(iterable)
        if r < 0:
            raise ValueError('r must be non-negative')
        self._start(pool, r)

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


class combinations_with_replacement(_Arrangement):
    def __init__(self, iterable, r):
        pool = tuple(iterable)
        if r < 0:
            raise ValueError('r must be non-negative')
        self._start(pool, r)

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
            for link[0] in self._source:
                break
            else:
                raise StopIteration
            link[1] = [None, None]
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _tee(self._source, self._link)
