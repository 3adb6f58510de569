def say(label, call):
    try:
        print(label, call())
    except Exception as error:
        print(label, type(error).__name__, error)


def plain(a, b=2, *, c=3):
    """Says so."""
    return a, b, c


def outer():
    x = 1

    def inner():
        return x
    return inner


def put(name, value):
    def call():
        setattr(plain, name, value)
        return getattr(plain, name)
    return call


def drop(name):
    def call():
        delattr(plain, name)
        return getattr(plain, name)
    return call


for name, values in {'__name__': ['other', 5], '__qualname__': ['a.b', None], '__defaults__': [(7,), None, [1]],
                     '__kwdefaults__': [{'c': 9}, None, 5], '__doc__': ['words', None], '__module__': ['there', None],
                     '__annotations__': [{'a': int}, None, 5], '__type_params__': [(), 5], '__code__': [5],
                     '__dict__': [{'q': 1}, 5]}.items():
    for value in values:
        say((name, value), put(name, value))
    if name != '__dict__':
        say(('del', name), drop(name))
say('call', lambda: plain(1))


def other(p, q):
    return q, p


plain.__code__ = other.__code__
say('other code', lambda: plain(1, 2))
say('closure', lambda: setattr(plain, '__code__', outer().__code__))
say('closure', lambda: setattr(outer(), '__code__', other.__code__))
say('closure cells', lambda: outer().__closure__[0].cell_contents)
say('globals', lambda: plain.__globals__ is globals())
say('readonly', lambda: setattr(plain, '__globals__', {}))
say('readonly', lambda: setattr(plain, '__closure__', ()))


class Thing:
    def method(self):
        return 'called'

    def __repr__(self):
        return 'a thing'

    def __eq__(self, other):
        return True

    __hash__ = object.__hash__


one, two = Thing(), Thing()
print(one.method, Thing.method.__get__(5))
print(one.method == one.method, one.method == two.method, one.method != one.method, one.method == 5)
print(len({one.method, one.method}), one.method.__self__, one.method.__func__ is Thing.method, one.method.__doc__)
say('order', lambda: one.method < one.method)
Method = type(one.method)
for arguments in (), (len,), (5, 5), (len, None), (len, 'abc'), (plain, 1):
    say(arguments[1:], lambda: Method(*arguments)())
say('keyword', lambda: Method(function=len, instance='a'))
print(Method(str.upper, 'text')(), Method(print, 'said').__func__)
say('attribute', lambda: setattr(one.method, 'colour', 'red'))
say('attribute', lambda: one.method.colour)
say('readonly', lambda: setattr(one.method, '__self__', two))
say('readonly', lambda: delattr(one.method, '__func__'))
