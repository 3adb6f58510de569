import functools
import sys
import time
import weakref


def say(label, call):
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)


class Thing:
    """A thing."""
    def __repr__(self):
        return 'a thing'


class Slots:
    __slots__ = 'a',


t = Thing()
r = weakref.ref(t)
called = weakref.ref(t, lambda ref: print('gone', ref is called))
print(weakref.getweakrefcount(t), r in weakref.getweakrefs(t), called.__callback__ is not None, r.__callback__, r() is t)
print(r == weakref.ref(t), r != called, hash(r) == hash(t), str(r).startswith('<weakref at'))
say('order', lambda: r < called)
say('slots', lambda: weakref.ref(Slots()))
say('int', lambda: weakref.ref(5))
say('count', lambda: weakref.getweakrefcount(5))
say('keyword', lambda: weakref.ref(t, callback=None))
fresh = weakref.ref(Thing())
print(fresh(), 'dead' in repr(fresh))
say('hash', lambda: hash(fresh))
del t
print(called(), called.__callback__)

p = functools.partial(max, 1, key=abs)
print(p(-5), p.args, p.keywords, p.func is max, functools.partial(p, 2).args)
print(functools.partial(Thing, 1, name='a'), functools.partial(len))
say('partial', lambda: functools.partial(5))
say('partial', lambda: functools.partial())
say('partial', lambda: functools.partial(len)())
say('reduce', lambda: functools.reduce(max, []))
say('reduce', lambda: functools.reduce(max, [3, 1], 9))
say('reduce', lambda: functools.reduce(max, 5))
say('cmp', lambda: sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))

before = sys.getrecursionlimit()
for limit in 0, -5, 'a', 500:
    say(('limit', limit), lambda: sys.setrecursionlimit(limit))
sys.setrecursionlimit(before)
say('intern', lambda: sys.intern('abc'))
say('intern', lambda: sys.intern(5))
say('exit', lambda: sys.exc_info())
say('size', lambda: sys.getsizeof([]) > 0)
say('size', lambda: sys.getsizeof())
say('frame', lambda: sys._getframe(99))
print(sys.maxsize, sys.byteorder, sys.float_info.max, sys.hash_info.width > 0, sys.version_info[:2])

for value in 'a', 5, (2024, 'a', 1, 0, 0, 0, 0, 1, 0):
    say(('mktime', value), lambda: time.mktime(value))
    say(('strftime', value), lambda: time.strftime('%Y', value))
    say(('asctime', value), lambda: time.asctime(value))
say('strftime', lambda: time.strftime(5))
say('strptime', lambda: time.strptime('x', '%Y'))
for fields in (2024, 13, 1, 0, 0, 0, 0, 1, 0), (2024, 1, 40, 0, 0, 0, 0, 1, 0), (2024, 1, 1, 30, 0, 0, 0, 1, 0), (2024, 2, 29, 1, 2, 3, 3, 60, 0):
    say(fields, lambda: time.strftime('%Y-%m-%d %H:%M:%S %j', fields))
say('mktime', lambda: time.mktime((2024, 2, 29, 1, 2, 3, 3, 60, 0)))

for name in '__eq__', '__lt__', '__add__', '__repr__', '__pow__', '__rpow__', '__iadd__', '__mul__', '__neg__', '__setattr__':
    for owner in int, str, list, float:
        found = getattr(owner, name, None)
        if name not in owner.__dict__:
            continue
        if found is None:
            print(owner.__name__, name, found)
            continue
        print(found, found.__name__, found.__objclass__, found == getattr(owner, name))
        for arguments in (), (5,), (5, 6), ('a',), ('a', 'b'), ([1], 0), (2.5, 2), (5, 6, 7):
            say((owner.__name__, name, arguments), lambda: found(*arguments))
        say((owner.__name__, name, 'keyword'), lambda: found(5, x=1))
bound = (5).__add__
print(bound(6), bound.__self__, bound.__name__, bound == (5).__add__, hash(bound) == hash((5).__add__), bound == (5).__sub__)
say('order', lambda: bound < bound)
say('get', lambda: int.__dict__['__add__'].__get__('a'))
print(int.__dict__['__add__'].__get__(5)(6), int.__dict__['__add__'].__get__(None, int) is int.__dict__['__add__'])
print(int.__dict__['real'], int.__dict__['real'].__name__, int.__dict__['real'].__objclass__, int.__dict__['real'].__get__(5))
say('get', lambda: int.__dict__['real'].__get__('a'))
say('set', lambda: int.__dict__['real'].__set__(5, 1))
print(Slots.__dict__['a'], Slots.__dict__['a'].__objclass__, Thing.__dict__['__dict__'], Thing.__dict__['__weakref__'])
