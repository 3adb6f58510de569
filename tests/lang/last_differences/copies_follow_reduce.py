import copy


class A:
    def __init__(self, v):
        self.v = v

    def __reduce__(self):
        return A, (self.v + ['again'],)


class B(A):
    def __reduce_ex__(self, protocol):
        print('protocol', protocol)
        return B, (self.v,), {'extra': [2]}


class Single:
    def __reduce__(self):
        return 'single'


class Items(list):
    def __reduce__(self):
        return Items, (), {'s': [1]}, iter([[1], 2])


class Pairs(dict):
    def __reduce__(self):
        return Pairs, (), None, None, iter([('a', [1])])


class State:
    def __reduce__(self):
        return State, (), 5

    def __setstate__(self, state):
        print('state', state)


class Number(int):
    def __reduce__(self):
        return int, (7,)


for x in (A([1]), B([1])):
    for made in (copy.copy(x), copy.deepcopy(x)):
        print(vars(made), made.v is x.v)
for x in (Single(), Items(), Pairs(), State(), Number(5)):
    for made in (copy.copy(x), copy.deepcopy(x)):
        print(type(made).__name__, made is x, made if isinstance(made, (list, dict, int)) else '', getattr(made, 's', None))
