def say(label, call):
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)


class Bad:
    """Each method gives what it must not, or fails."""

    def __init__(self, what):
        self.what = what

    def give(self):
        if isinstance(self.what, Exception):
            raise self.what
        return self.what

    def __len__(self): return self.give()
    def __bool__(self): return self.give()
    def __iter__(self): return self.give()
    def __contains__(self, item): return self.give()
    def __format__(self, spec): return self.give()
    def __hash__(self): return self.give()
    def __repr__(self): return self.give()
    def __str__(self): return self.give()
    def __index__(self): return self.give()
    def __int__(self): return self.give()
    def __float__(self): return self.give()
    def __complex__(self): return self.give()
    def __bytes__(self): return self.give()
    def __reversed__(self): return self.give()
    def __length_hint__(self): return self.give()
    def __floor__(self): return self.give()
    def __ceil__(self): return self.give()
    def __trunc__(self): return self.give()
    def __round__(self, n=None): return self.give()
    def __divmod__(self, other): return self.give()
    def __neg__(self): return self.give()
    def __abs__(self): return self.give()
    def __invert__(self): return self.give()
    def __getitem__(self, key): return self.give()
    def __setitem__(self, key, value): return self.give()
    def __delitem__(self, key): return self.give()
    def __lt__(self, other): return self.give()
    def __eq__(self, other): return self.give()
    def __add__(self, other): return self.give()
    def __iadd__(self, other): return self.give()
    def __pow__(self, other, modulus=None): return self.give()
    def __dir__(self): return self.give()
    def __enter__(self): return self.give()
    def __exit__(self, *of): return self.give()
    def __await__(self): return self.give()
    def __aiter__(self): return self.give()
    def __instancecheck__(self, other): return self.give()
    def __subclasscheck__(self, other): return self.give()


def assign(target, key):
    target[key] = 1
    return 'assigned'


def remove(target, key):
    del target[key]
    return 'removed'


def enter(thing):
    with thing as given:
        return given


def grow(thing):
    thing += 1
    return thing


import math
import operator
ACTS = {'len': len, 'bool': bool, 'list': list, 'in': lambda b: 1 in b, 'format': format, 'hash': hash, 'repr': repr, 'str': str,
        'index': operator.index, 'int': int, 'float': float, 'complex': complex, 'bytes': bytes,
        'reversed': lambda b: list(reversed(b)), 'floor': math.floor, 'ceil': math.ceil, 'trunc': math.trunc, 'round': round,
        'round to': lambda b: round(b, 2), 'divmod': lambda b: divmod(b, 2), 'neg': operator.neg, 'abs': abs, 'invert': operator.invert,
        'getitem': lambda b: b[0], 'setitem': lambda b: assign(b, 0), 'delitem': lambda b: remove(b, 0), 'lt': lambda b: b < 1,
        'eq': lambda b: b == 1, 'ne': lambda b: b != 1, 'add': lambda b: b + 1, 'iadd': grow, 'pow': lambda b: b ** 2,
        'pow of three': lambda b: pow(b, 2, 3), 'dir': dir, 'with': enter, 'isinstance': lambda b: isinstance(5, b),
        'issubclass': lambda b: issubclass(int, b), 'print': lambda b: print(b), 'sorted': sorted,
        'sum': sum, 'max': max, 'min': min, 'any': any, 'all': all, 'dict': dict, 'tuple': tuple, 'set': lambda b: len(set(b)),
        'zip': lambda b: list(zip(b, b)), 'map': lambda b: list(map(str, b)), 'enumerate': lambda b: list(enumerate(b)),
        'f-string': lambda b: f'{b}', 'percent': lambda b: '%s' % b, 'chr': chr, 'range': range,
        'slice': lambda b: [1, 2, 3][:b], 'item': lambda b: [1, 2, 3][b], 'times': lambda b: [1] * b, 'unpack': lambda b: [*b],
        'call': lambda b: b(), 'next': next, 'iter': iter, 'attribute': lambda b: b.colour}
for what in None, -1, 2, 'text', [1, 2], NotImplemented, LookupError('mine'), StopIteration('mine'), 2.5:
    for name, act in ACTS.items():
        say((name, type(what).__name__), lambda: act(Bad(what)))
