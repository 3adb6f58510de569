def say(label, call):
    try:
        result = call()
        print(label, sorted(result, key=str) if hasattr(result, 'isdisjoint') else result)
    except Exception as error:
        print(label, type(error).__name__, error)


class Walk:
    def __init__(self, *items, breaks=False):
        self.items, self.breaks = items, breaks

    def __iter__(self):
        yield from self.items
        if self.breaks:
            raise LookupError('half way')


d = {'a': 1, 'b': 2}
for view in d.keys(), d.items():
    for name in '__and__', '__or__', '__xor__', '__sub__', '__rand__', '__ror__', '__rxor__', '__rsub__', 'isdisjoint', '__eq__', '__lt__', '__le__', '__gt__', '__ge__', '__contains__':
        for other in {'a'}, frozenset(['a', 'b']), ['a', 'z'], 'ab', {('a', 1)}, [('a', 1), ('b', 3)], Walk('a', ('a', 1)), Walk('a', breaks=True), {'a': 1}.keys(), {'a': 1}.items(), {}.keys(), [[1]], 5, None:
            if name in ('__lt__', '__le__', '__gt__', '__ge__', '__eq__') and not isinstance(other, type(view)):
                continue
            if name in ('__rsub__', '__rand__', '__ror__', '__rxor__') and not isinstance(other, (set, frozenset)):
                continue
            if isinstance(other, Walk) and name in ('__and__', '__contains__'):
                continue
            if other == [[1]] or isinstance(other, Walk) and other.breaks:
                if name in ('__and__', '__xor__', 'isdisjoint', '__contains__'):
                    continue
            say((type(view).__name__, name, type(other).__name__), lambda: getattr(view, name)(other))
values = d.values()
say('values', lambda: values == d.values())
say('values', lambda: (1 in values, 9 in values, len(values), list(reversed(values))))
say('mapping', lambda: d.keys().mapping['a'])
say('hash', lambda: hash(d.keys()))
for name, calls in {'get': [(), ('a',), ([],), ('z', 5)], 'pop': [(), ('z',), ('z', 5), ([],), ('a',)], 'popitem': [(), (1,)], 'setdefault': [(), ('q',), ('q', 5), ([],)], 'update': [(), (5,), ([1],), ([(1, 2, 3)],), ([('x', 1)],), ({'y': 2},), ('ab',), (['ab'],)],
                    'fromkeys': [(), (5,), ('ab',), ('ab', 0)], '__getitem__': [('z',), ([],)], '__setitem__': [([], 1)], '__delitem__': [('z',), ([],)], '__contains__': [([],)], '__or__': [({'k': 1},), (5,)], '__ior__': [([('m', 1)],), (5,)],
                    'copy': [(), (1,)], 'clear': [()]}.items():
    for arguments in calls:
        say((name, len(arguments)), lambda: getattr(d, name)(*arguments))
for arguments in (5,), ([1],), ([(1, 2, 3)],), ('ab',), ({}, {}), (None,):
    say(('dict', arguments), lambda: dict(*arguments))


def change():
    changing = {1: 2}
    for key in changing:
        changing[key + 1] = 1


say('changed', change)


class Plain:
    kind = 1

    def __init__(self):
        self.a = 1


class Same:
    pass


class Slotted:
    __slots__ = 'a',


class AlsoSlotted:
    __slots__ = 'a',


class OtherSlot:
    __slots__ = 'b',


class Child(Plain):
    pass


def assign(value, kind):
    value.__class__ = kind
    return type(value).__name__


for value, kind in (Plain(), Same), (Plain(), Child), (Slotted(), AlsoSlotted), (Slotted(), Plain), (Plain(), int), (5, int), (Plain(), 5), (Plain(), Slotted), (Child(), Same):
    say((type(value).__name__, kind), lambda: assign(value, kind))
p = Plain()
for name, calls in {'__getattribute__': [('a',), ('z',), (5,)], '__setattr__': [('b', 2), (5, 1), ('__class__', 5), ('__dict__', 5)], '__delattr__': [('b',), ('b',), (5,), ('__class__',)], '__format__': [('',), ('x',), (5,)],
                    '__eq__': [(p,), (5,)], '__ne__': [(p,), (5,)], '__lt__': [(5,)], '__init__': [()], '__init_subclass__': [()], '__subclasshook__': [(5,)], '__hash__x': []}.items():
    for arguments in calls:
        if name in ('__format__', ) and arguments == ('',):
            continue
        say((name, arguments if p not in arguments else 'itself'), lambda: getattr(p, name)(*arguments))
say('dir', lambda: [n for n in dir(p) if not n.startswith('__')])
say('dir', lambda: [n for n in dir(Slotted()) if not n.startswith('__')])
say('object', lambda: object(5))
say('object', lambda: Same(5))
say('object', lambda: object.__new__(5))
say('object', lambda: object.__new__(int))
say('object', lambda: object.__new__())
say('object', lambda: object().a)
say('object', lambda: setattr(object(), 'a', 1))
say('init', lambda: object.__init__(p, 5))
say('vars', lambda: vars(p))
say('vars', lambda: vars(5))
say('replaced', lambda: setattr(p, '__dict__', {'n': 1}))
say('replaced', lambda: p.n)


class NoInit:
    def __init_subclass__(cls, **options):
        super().__init_subclass__(**options)


say('subclass', lambda: type('A', (NoInit,), {}, colour=1))
say('subclass', lambda: type('A', (Plain,), {}, colour=1))
say('format', lambda: format(p, 'x'))
say('format', lambda: f'{p:>10}')
say('compare', lambda: p < p)
say('compare', lambda: (p == p, p != p, p == 5))
