import operator
from collections import OrderedDict, defaultdict


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


o = OrderedDict(a=1)
for f in (operator.itemgetter(1), operator.attrgetter('a')):
    for args, named in (((), {}), ((1, 2), {}), ((), {'x': 1}), ((1,), {'x': 2})):
        attempt(lambda: f(*args, **named))
for c in (operator.itemgetter, operator.attrgetter, operator.methodcaller):
    attempt(lambda: c())
attempt(lambda: operator.itemgetter(x=1))
attempt(lambda: operator.methodcaller('f')(1, 2))
for method in (o.pop, o.popitem, o.move_to_end, o.setdefault):
    attempt(lambda: method(1, 2, 3))
    attempt(lambda: method(x=1))
attempt(lambda: o.pop())
attempt(lambda: o.move_to_end())
attempt(lambda: o.setdefault())
attempt(lambda: o.copy(1))
attempt(lambda: OrderedDict.copy())
attempt(lambda: o.update(1, 2))
attempt(lambda: OrderedDict(1, 2))
attempt(lambda: OrderedDict.fromkeys())
attempt(lambda: defaultdict().__missing__())
attempt(lambda: defaultdict(int).copy(1))
