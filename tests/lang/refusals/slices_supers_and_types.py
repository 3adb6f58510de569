import types


def say(label, call):
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)


print(slice(1, 2) == slice(1, 2), slice(1) < slice(2), slice(None) != slice(1), slice(1) == 5, slice(1, 2, 3))
say('order', lambda: slice(None) < slice(1))
say('order', lambda: slice(1) < 5)
print(hash(slice(1, 2)) == hash(slice(1, 2)))
for arguments in (), (1, 2, 3, 4):
    say(arguments, lambda: slice(*arguments))
say('keyword', lambda: slice(stop=1))
for s in slice(1, 5), slice(None, None, -1), slice(None, None, 0), slice('a'), slice(1.5), slice(-9, 99, 2), slice(10 ** 30):
    for length in 0, 7, -1, 10 ** 30:
        if length != 10 ** 30 or s.stop not in ('a', 1.5):
            say((s, length), lambda: s.indices(length))
    say(s, lambda: [1, 2, 3, 4][s])
    say(s, lambda: 'abcd'[s])
    say(s, lambda: range(9)[s])
    say(s, lambda: b'abcd'[s])
    say(s, lambda: (1, 2, 3)[s])

    def put(value):
        items = [1, 2, 3, 4]
        items[s] = value
        return items

    def drop():
        items = [1, 2, 3, 4]
        del items[s]
        return items
    for value in [9, 8], 'xy', 5, [], (x for x in 'pq'):
        say((s, type(value).__name__), lambda: put(value))
    say((s, 'del'), drop)


class Base:
    kind = 'base'

    def name(self):
        return 'base of ' + type(self).__name__

    @classmethod
    def make(cls):
        return 'made ' + cls.__name__

    @staticmethod
    def plain():
        return 'plain'


class Child(Base):
    kind = 'child'

    def name(self):
        return 'child, ' + super().name()

    @classmethod
    def make(cls):
        return 'child ' + super().make()

    def look(self):
        s = super()
        return s, s.__thisclass__, s.__self__ is self, s.__self_class__, s.kind, s.plain()

    def miss(self):
        return super().nothing


c = Child()
print(c.name(), Child.make(), c.look())
print(super(Child), super(Child, Child), super(Child, c).kind, super(Child).__self__)
say('miss', c.miss)
say('outside', lambda: super())
for arguments in (5,), (Child, 5), (Child, Base()), (Child, c, 1), (Base, Child):
    say(len(arguments), lambda: super(*arguments).kind)
say('keyword', lambda: super(type=Child))
say('set', lambda: setattr(super(Child, c), 'kind', 1))


def no_arguments():
    return super()


say('function', no_arguments)

for target in int, Child:
    for name, values in {'__name__': ['New', 5], '__qualname__': ['A.B', 5], '__module__': ['m', 5], '__doc__': ['d', None],
                         '__dict__': [{}], 'kind': [5], 
                         '__annotations__': [{'a': int}], '__type_params__': [()], '__mro__x': [()]}.items():
        for value in values:
            say((target.__name__, name, value), lambda: setattr(target, name, value))
        say((target.__name__, 'get', name), lambda: name in ('__dict__', '__doc__') or getattr(target, name))
        if target is int or name not in ('__module__', '__doc__', '__type_params__'):
            say((target.__name__, 'del', name), lambda: delattr(target, name))
for arguments in (), ('A',), ('A', ()), ('A', (), {}), (5, (), {}), ('A', 5, {}), ('A', (), 5), ('A', (5,), {}), ('A', (int, str), {}), ('A', (bool,), {}), ('A', (), {}, 5), ('A', (Base, Base), {}), ('A', (object, Base), {}):
    say(arguments, lambda: type(*arguments))
say('keyword', lambda: type('A', (), {}, colour=1))
print(type.__instancecheck__(int, 5), type.__subclasscheck__(int, bool), int.__instancecheck__('a'))
say('subclass', lambda: type.__subclasscheck__(int, 5))
for first, second in (5, 'a'), (5, 5), (bool, int), (5, (int, 'a')), (5, (str, (int,))), (5, ()):
    say((first, second), lambda: isinstance(first, second))
    if second != ():
        say((first, second), lambda: issubclass(first, second))


def imports(number):
    if number == 0:
        import no.such.module
    if number == 1:
        import os.nothing
    if number == 2:
        import nothing_at_all
    if number == 3:
        import asyncio.nothing
    if number == 4:
        from asyncio import nothing
    if number == 5:
        from math import pi, nothing
    if number == 6:
        from . import a
    if number == 7:
        from .a import b
    if number == 8:
        import math.nothing as alias
    if number == 9:
        import asyncio.queues as alias
        return alias.__name__


for number in 0, 4, 6, 7, 9:
    say(number, lambda: imports(number))
say('module', lambda: types.ModuleType('m', 'words').__doc__)
say('module', lambda: types.ModuleType('m').nothing)


def forget():
    global gone
    gone = 1
    del gone
    del gone


say('global', forget)
say('namespace', lambda: types.SimpleNamespace(a=1, b='x'))
say('namespace', lambda: types.SimpleNamespace(5))
say('namespace', lambda: types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
say('proxy', lambda: types.MappingProxyType({'a': 1})['b'])
say('proxy', lambda: types.MappingProxyType(5))
say('cell', lambda: types.CellType().cell_contents)
say('cell', lambda: types.CellType(5).cell_contents)
say('method', lambda: types.MethodType(len, [1, 2])())
