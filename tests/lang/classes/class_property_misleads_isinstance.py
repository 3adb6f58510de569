"""isinstance() believes a __class__ that the object claims, besides its real type."""


class Disguised:
    @property
    def __class__(self):
        return int


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, 'target', target)

    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, 'target'), name)


class Secretive:
    @property
    def __class__(self):
        raise AttributeError('not told')


class Faulty:
    @property
    def __class__(self):
        raise ValueError('broken')


print(isinstance(Disguised(), int), isinstance(Disguised(), Disguised), isinstance(Disguised(), str))
print(isinstance(Disguised(), (str, int)), isinstance(Disguised(), str | int), type(Disguised()).__name__)
print(isinstance(Proxy([1]), list), isinstance(Proxy('a'), (int, str)), isinstance(Proxy('a'), Proxy))
print(isinstance(Secretive(), int), isinstance(Secretive(), Secretive))
try:
    isinstance(Faulty(), int)
except ValueError as error:
    print('ValueError:', error)
