from collections import OrderedDict


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


o = OrderedDict(a=1)
for a in (5, [1], [()], [(1,)], [(1, 2, 3)], ['ab'], ['abc'], None, [(1, 2), 3], iter([(3, 4)]), [{}]):
    attempt(lambda: o.update(a))
    attempt(lambda: OrderedDict(a))
    attempt(lambda: o.__ior__(a))
    attempt(lambda: o.__or__(a))
print(o)


class Loud(OrderedDict):
    def __setitem__(self, k, v):
        print('set', k, v)
        super().__setitem__(k, v)

    def __missing__(self, k):
        return 'missing'


l = Loud({1: 2}, z=5)
l.update([(3, 4)], q=8)
l |= {7: 8}
print(l.setdefault(9, 1), l.setdefault(9, 2), l | {4: 4})
attempt(lambda: l.pop('nowhere'))
print(l['nowhere'], l.pop(1), l.popitem(), Loud.fromkeys('xy', value=3))


class Pairs:
    def items(self):
        return [(1, 'one')]


o.update(Pairs(), self=5, other=6)
print(o)
