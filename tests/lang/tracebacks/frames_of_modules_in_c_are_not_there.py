# A traceback shows no frames of what is written in C, and the frames of what is written in Python.
import bisect
import collections
import contextlib
import contextvars
import datetime
import decimal
import enum
import fractions
import functools
import heapq
import itertools
import json
import math
import operator
import random
import re
import statistics
import traceback
import weakref
def bad(*a, **k): raise ValueError('bad')
class Bad:
    __lt__ = __eq__ = __hash__ = __index__ = __getattr__ = __float__ = __trunc__ = __ceil__ = __iter__ = __reduce_ex__ = bad
    def __len__(self): return 3
    def __getitem__(self, i): bad()
def t(name, f):
    print('==', name)
    try: print(f())
    except BaseException as e:
        for x in traceback.extract_tb(e.__traceback__)[1:]: print('  ', x.filename.rsplit('/', 1)[-1], x.name)
t('lru', lambda: functools.lru_cache(bad)(1))
t('cache', lambda: functools.cache(bad)(1))
t('lru2', lambda: functools.lru_cache(maxsize=2)(bad)(1))
t('partial', lambda: functools.partial(bad, 1)(2))
t('reduce', lambda: functools.reduce(bad, [1, 2]))
t('cmp', lambda: sorted([1, 2], key=functools.cmp_to_key(bad)))
t('dd', lambda: collections.defaultdict(bad)[1])
t('od', lambda: collections.OrderedDict([(Bad(), 1)]))
t('od', lambda: collections.OrderedDict(Bad()))
t('counter', lambda: collections.Counter(Bad()))
t('deque', lambda: collections.deque(Bad()))
t('nt', lambda: collections.namedtuple('N', 'a')._make(Bad()))
t('op', lambda: operator.itemgetter(1)(Bad()))
t('opat', lambda: operator.attrgetter('x')(Bad()))
t('opmc', lambda: operator.methodcaller('x')(Bad()))
t('opix', lambda: operator.index(Bad()))
t('opadd', lambda: operator.lt(Bad(), 1))
t('hq', lambda: heapq.heappush([Bad()], Bad()))
t('hqf', lambda: heapq.heapify([Bad(), Bad()]))
t('bis', lambda: bisect.bisect([Bad()], Bad()))
t('ins', lambda: bisect.insort([1], 1, key=bad))
t('ceil', lambda: math.ceil(Bad()))
t('sqrt', lambda: math.sqrt(Bad()))
t('fsum', lambda: math.fsum(Bad()))
t('prod', lambda: math.prod(Bad()))
t('comb', lambda: list(itertools.combinations(Bad(), 2)))
t('chain', lambda: list(itertools.chain(map(bad, [1]))))
t('prod', lambda: list(itertools.product(Bad(), [1])))
t('count', lambda: next(itertools.count(Bad(), Bad())))
t('acc', lambda: list(itertools.accumulate([1, 2], bad)))
t('group', lambda: list(itertools.groupby([1, 2], bad)))
t('tee', lambda: list(itertools.tee(map(bad, [1]))[0]))
t('islice', lambda: list(itertools.islice(map(bad, [1]), 2)))
t('dump', lambda: json.dumps({'a': object()}))
t('dumpd', lambda: json.dumps(object(), default=bad))
t('load', lambda: json.loads('{'))
t('loadh', lambda: json.loads('{}', object_hook=bad))
t('dec', lambda: decimal.Decimal('x'))
t('dec0', lambda: decimal.Decimal(1) / 0)
t('date', lambda: datetime.date(1, 2, 40))
t('datei', lambda: datetime.datetime.fromisoformat('x'))
t('td', lambda: datetime.timedelta(days='x'))
t('dadd', lambda: datetime.date(9999, 12, 31) + datetime.timedelta(1))
t('frac', lambda: fractions.Fraction(1, 0))
t('resub', lambda: re.sub('a', bad, 'a'))
t('cv', lambda: contextvars.copy_context().run(bad))
t('cvget', lambda: contextvars.ContextVar('x').get())
t('wr', lambda: weakref.ref(1))
t('wv', lambda: weakref.WeakValueDictionary()[1])
class C:
    @functools.cached_property
    def x(self): bad()
    @functools.singledispatchmethod
    def y(self, a): bad()
t('cp', lambda: C().x)
t('sd', lambda: functools.singledispatch(bad)(1))
t('wraps', lambda: functools.wraps(1)(2))
@functools.total_ordering
class T:
    def __lt__(self, o): bad()
    def __eq__(self, o): return False
t('suppress', lambda: contextlib.suppress(1).__exit__(ValueError, ValueError(), None))
@contextlib.contextmanager
def cm():
    yield
    bad()
def w():
    with cm(): pass
t('cm', w)
def w():
    with cm(): bad()
t('cm', w)
class E(enum.Enum): A = 1
t('enum', lambda: E(3))
t('enum', lambda: E['x'])
t('rand', lambda: random.choice([]))
t('randi', lambda: random.randint(3, 1))
t('shuf', lambda: random.shuffle(1))
t('stat', lambda: statistics.mean([]))
t('abc', lambda: type('A', (__import__('abc').ABC,), {'f': __import__('abc').abstractmethod(bad)})())
