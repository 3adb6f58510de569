import operator


def in_order(items):
    return sorted(items, key=lambda item: (type(item).__name__, item))


def say(label, call):
    try:
        result = call()
        print(label, in_order(result) if isinstance(result, (set, frozenset)) else result)
    except Exception as error:
        print(label, type(error).__name__, error)


class Walk:
    def __init__(self, *items, breaks=False):
        self.items, self.breaks = items, breaks

    def __iter__(self):
        yield from self.items
        if self.breaks:
            raise LookupError('half way')


class Odd:
    def __init__(self, fails):
        self.fails = fails

    def __hash__(self):
        if self.fails:
            raise LookupError('no hash')
        return 1

    def __eq__(self, other):
        raise ArithmeticError('no equality')


NAMES = ['isdisjoint', 'issubset', 'issuperset', 'union', 'intersection', 'difference', 'symmetric_difference', 'update',
         'intersection_update', 'difference_update', 'symmetric_difference_update']
for name in NAMES:
    for kind in (set, frozenset) if not name.endswith('update') else (set,):
        for other in ([1, 2], {1, 2, 3, 4}, {3: 1}, 'ab', Walk(1, 2), Walk(5, 6), Walk(1, 2, 3), Walk(breaks=True), Walk(1, breaks=True),
                      Walk([1]), Walk(Odd(True)), Walk(Odd(False)), (x for x in (3, 4)), 5, None):
            if name in ('issubset', 'intersection', 'intersection_update') and not isinstance(other, (list, set, dict)):
                continue
            mine = kind([1, 2, 3])
            label = name, kind.__name__, type(other).__name__
            say(label, lambda: getattr(mine, name)(other))
            if kind is set and name != 'difference_update':
                print('   ', in_order(mine))
    if name in ('union', 'difference', 'update', 'difference_update'):
        say((name, 'twice'), lambda: getattr({1, 2, 3}, name)(Walk(1), [2]))
        say((name, 'none'), lambda: getattr({1, 2, 3}, name)())
for act in ('add', 'discard', 'remove', '__contains__'):
    for item in 1, 9, [1], frozenset([1]), Odd(True), Odd(False):
        mine = {1, 2, 3}
        say((act, type(item).__name__), lambda: getattr(mine, act)(item))
say('add a set', lambda: {1}.add({1}))
for left, right in ({1, 2}, {2, 3}), ({1, 2}, frozenset([2])), (frozenset([1, 2]), {2}), ({1}, {1: 2}.keys()):
    for act in operator.and_, operator.or_, operator.xor, operator.sub, operator.lt, operator.gt:
        say((act.__name__, type(left).__name__, type(right).__name__), lambda: act(left, right))
    for act in operator.iand, operator.ior, operator.ixor, operator.isub:
        say((act.__name__, type(left).__name__), lambda: act(left.copy(), right))
say('hash', lambda: hash({1}))
say('frozen', lambda: hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
say('same', lambda: frozenset(frozenset([1])) == {1})
