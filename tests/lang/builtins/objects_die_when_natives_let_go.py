import functools, collections, itertools, random, heapq, copy, operator, json, math
class X:
    n = 0
    def __init__(s, v=0): s.v = v
    def __del__(s): X.n += 1
    def __lt__(s, o): return s.v < o.v
    def __add__(s, o): return X(s.v + o.v)
    def __str__(s): return 'x'
    def __hash__(s): return s.v
    def __eq__(s, o): return s.v == o.v
    def __format__(s, spec): return 'f' + spec
    def __len__(s): return 2
    def __getitem__(s, i):
        if i > 1: raise IndexError
        return X(i)
    def __iter__(s): return iter([X(1), X(2)])
    def __call__(s, *a): return a
    def __bool__(s): return True
    def __reversed__(s): return iter([X(5)])
    def __getattr__(s, n): raise AttributeError(n)
def t(name, f):
    X.n = 0
    try: f()
    except Exception as e: r = type(e).__name__
    else: r = 'ok'
    print(name, X.n, r)
def gen(n, fail=False):
    for i in range(n): yield X(i)
    if fail: raise ValueError
for fail in (False, True):
    t('list', lambda: list(gen(3, fail))); t('tuple', lambda: tuple(gen(3, fail))); t('set', lambda: set(gen(3, fail))); t('frozenset', lambda: frozenset(gen(3, fail)))
    t('dict', lambda: dict((x, X(9)) for x in gen(3, fail))); t('fromkeys', lambda: dict.fromkeys(gen(3, fail), X())); t('sorted', lambda: sorted(gen(5, fail))); t('sortedkey', lambda: sorted(gen(5, fail), key=lambda x: X(-x.v)))
    t('min', lambda: min(gen(3, fail))); t('maxkey', lambda: max(gen(3, fail), key=lambda x: -x.v)); t('sum', lambda: sum(gen(4, fail), X())); t('any', lambda: any(gen(3, fail))); t('all', lambda: all(gen(3, fail)))
    t('zip', lambda: list(zip(gen(3, fail), gen(2)))); t('map', lambda: list(map(X(), gen(3, fail), gen(3)))); t('filter', lambda: list(filter(lambda x: x.v, gen(3, fail)))); t('enumerate', lambda: list(enumerate(gen(3, fail)))); t('join', lambda: ''.join(map(str, gen(3, fail)))); t('extend', lambda: [X()].extend(gen(3, fail))); t('in', lambda: X(2) in gen(5, fail)); t('unpack', lambda: (lambda a, b, c: 0)(*gen(3, fail))); t('setop', lambda: {X(1)}.union(gen(3, fail)).intersection(gen(3, fail)).difference(gen(2, fail)).symmetric_difference(gen(3, fail)))
    t('deque', lambda: collections.deque(gen(5, fail), maxlen=2)); t('reduce', lambda: functools.reduce(operator.add, gen(3, fail))); t('chain', lambda: list(itertools.chain(gen(2), gen(2, fail)))); t('heap', lambda: heapq.heapify(list(gen(5, fail)))); t('issub', lambda: {X(1)}.issubset(gen(3, fail))); t('update', lambda: {}.update([(X(1), X(2))], a=X())); t('slice', lambda: [X(), X()].__setitem__(slice(0, 1), gen(3, fail)))
t('print', lambda: print(X(), X(), end=str(X()) + '\n')); t('format', lambda: '{} {!r:>5} {:{}}'.format(X(), X(), X(), '>3')); t('fstr', lambda: f'{X()} {X()!s} {X():>3}'); t('pct', lambda: '%s %s' % (X(), X())); t('getattr', lambda: getattr(X(), 'q', X())); t('hasattr', lambda: hasattr(X(), 'q')); t('setattr', lambda: setattr(X(), 'q', X())); t('next', lambda: next(gen(2), X())); t('nextdef', lambda: next(iter([]), X())); t('iter2', lambda: list(iter(iter([1, X(3), X(2)]).__next__, X(2)))); t('rev', lambda: list(reversed(X()))); t('rev2', lambda: list(reversed([X(), X()]))); t('partial', lambda: functools.partial(X(), X(), k=X())(X()) ); t('partial2', lambda: functools.partial(X(), X())(X())); t('isinst', lambda: isinstance(X(), (int, X))); t('call', lambda: X()(X(), X())); t('abs', lambda: abs(X())); t('divmod', lambda: divmod(X(), 1)); t('pow', lambda: pow(X(), X())); t('round', lambda: round(X())); t('hash', lambda: hash(X())); t('repr', lambda: repr([X(), (X(),)])); t('sort', lambda: [X(3), X(1), X(2)].sort()); t('sortrev', lambda: [X(3), X(1), X(2)].sort(reverse=True, key=lambda x: x)); t('lru', lambda: functools.lru_cache(lambda x: X(x.v))(X(3))); t('copy', lambda: copy.deepcopy([X(1), {2: X(3)}])); t('shuffle', lambda: random.shuffle([X(), X(), X()])); t('choice', lambda: random.choice([X(), X()])); t('sample', lambda: random.sample([X(), X(), X()], 2)); t('nt', lambda: collections.namedtuple('A', 'a b')(X(), b=X())); t('dd', lambda: collections.defaultdict(X)['k']); t('dq', lambda: (lambda d: (d.rotate(1), d.insert(1, X()), d.remove(X(1)), d.pop(), d.extendleft([X()]), d * 2, d + d))(collections.deque([X(1), X(2), X(3)]))); t('getitem', lambda: [*X()]); t('mapstop', lambda: next(map(X(), gen(3)))); t('missing', lambda: {}[X()]); t('floor', lambda: math.floor(X())); t('json', lambda: json.dumps(X())); t('type', lambda: type(X())()); t('strx', lambda: str(X())); t('vars', lambda: vars(X())); t('dir', lambda: dir(X()) and None)
