# Where a StopIteration out of a function ends the iteration, and where it goes through.
import functools
import itertools


def stop(*a):
    raise StopIteration(7)


def t(name, f):
    try: print(name, f())
    except BaseException as e: print(name, type(e).__name__, repr(e.args), repr(e.__cause__), repr(e.__context__))
xs = [1, 2, 3]
t('takewhile', lambda: list(itertools.takewhile(stop, xs)))
t('dropwhile', lambda: list(itertools.dropwhile(stop, xs)))
t('filterfalse', lambda: list(itertools.filterfalse(stop, xs)))
t('filter', lambda: list(filter(stop, xs)))
t('map', lambda: list(map(stop, xs)))
t('starmap', lambda: list(itertools.starmap(stop, [(1,)])))
t('groupby', lambda: list(itertools.groupby(xs, stop)))
t('accumulate', lambda: list(itertools.accumulate(xs, stop)))
t('reduce', lambda: functools.reduce(stop, xs))
t('sorted', lambda: sorted(xs, key=stop))
t('max', lambda: max(xs, key=stop))
t('min', lambda: min(xs, key=stop))
t('iter', lambda: list(iter(stop, 1)))
t('nexti', lambda: next(iter(stop, 1)))
t('sum', lambda: sum(map(stop, xs)))
t('zip', lambda: list(zip(map(stop, xs), xs)))
t('zips', lambda: list(zip(map(stop, xs), xs, strict=True)))
t('zip_longest', lambda: list(itertools.zip_longest(map(stop, xs), xs)))
t('chain', lambda: list(itertools.chain(map(stop, xs), xs)))
t('chainf', lambda: list(itertools.chain.from_iterable(map(stop, xs))))
t('product', lambda: list(itertools.product(map(stop, xs), xs)))
t('comb', lambda: list(itertools.combinations(map(stop, xs), 2)))
t('islice', lambda: list(itertools.islice(map(stop, xs), 2)))
t('batched', lambda: list(itertools.batched(map(stop, xs), 2)))
t('pairwise', lambda: list(itertools.pairwise(map(stop, xs))))
t('compress', lambda: list(itertools.compress(map(stop, xs), xs)))
t('cycle', lambda: list(itertools.cycle(map(stop, xs))))
t('enumerate', lambda: list(enumerate(map(stop, xs))))
t('tee', lambda: list(itertools.tee(map(stop, xs))[0]))
t('genexp', lambda: list(stop() for x in xs))
t('listcomp', lambda: [stop() for x in xs])
t('anyall', lambda: (any(map(stop, xs)), all(map(stop, xs))))
t('in', lambda: 1 in map(stop, xs))
t('unpack', lambda: (lambda a, b: 1)(*map(stop, xs)))
def un():
    a, b = map(stop, xs)
t('unpack2', un)
def star():
    a, *b = map(stop, xs)
t('unpack3', star)
t('dict', lambda: dict(map(stop, xs)))
t('set', lambda: {*map(stop, xs)})
t('join', lambda: ''.join(map(stop, xs)))
t('next', lambda: next(map(stop, xs)))
t('nextd', lambda: next(map(stop, xs), 'default'))
t('ntake', lambda: next(itertools.takewhile(stop, xs), 'default'))
t('nfilter', lambda: next(filter(stop, xs), 'default'))
t('ngroup', lambda: next(itertools.groupby(xs, stop), 'default'))
t('nacc', lambda: list(zip(xs, itertools.accumulate(xs, stop))))
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration(3)
t('own', lambda: next(It()))
class Len:
    def __len__(self): stop()
    def __iter__(self): return iter([1])
    def __length_hint__(self): stop()
t('len', lambda: list(Len()))
class Hint:
    def __iter__(self): return iter([1])
    def __length_hint__(self): stop()
t('hint', lambda: list(Hint()))
class G:
    def __getitem__(self, i): stop()
t('getitem', lambda: list(G()))
t('getitemnext', lambda: next(iter(G())))
class I2:
    def __iter__(self): stop()
t('iterstop', lambda: list(I2()))
def f():
    for x in I2(): pass
t('foriter', f)
def yf():
    yield from I2()
t('yf', lambda: list(yf()))
def yf2():
    r = yield from It()
    print('r', r)
t('yf2', lambda: list(yf2()))
