# Messages name objects of modules in C with their module, and those of modules in Python without.
import collections
import datetime
import decimal
import functools
import itertools
import operator
import random
import re
import types

for o in (collections.OrderedDict(a=1, b=2), collections.defaultdict(list), collections.deque(), collections.Counter(), datetime.date(2020, 1, 1),
          datetime.timedelta(1), datetime.timezone.utc, datetime.time(1), decimal.Decimal(1), functools.partial(len), functools.lru_cache(len), itertools.count(), itertools.chain(), itertools.groupby([]),
          operator.itemgetter(1), operator.attrgetter('a'), operator.methodcaller('a'), re.compile('a'), re.match('a', 'a'), types.SimpleNamespace(), random.Random(), collections.UserDict(), collections.ChainMap()):
    for act in (lambda: o.missing, lambda: o[None:], lambda: o < 1j, lambda: o @ 2, lambda: -o):
        try:
            act()
        except Exception as e:
            print(type(e).__name__, e)
