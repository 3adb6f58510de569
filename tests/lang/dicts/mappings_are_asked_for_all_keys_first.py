class Loud:
    def keys(self):
        for key in 'ab':
            print('key', key)
            yield key

    def __getitem__(self, key):
        print('value', key)
        if key == 'b':
            raise AttributeError('no value')
        return key * 2


class Shrinks(dict):
    def __getitem__(self, key):
        return 'never asked'


class Lists(list):
    pass


class Hidden:
    def __getattribute__(self, name):
        print('looked for', name)
        if name == 'keys':
            raise AttributeError(name)
        return object.__getattribute__(self, name)

    def __iter__(self):
        return iter([('a', 1)])


class Unhashable:
    def keys(self):
        return [[]]

    def __getitem__(self, key):
        return 1


class Numbers(Unhashable):
    def keys(self):
        return [1, 2]


def take(**named):
    return named


def tell(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error, error.__context__)


pairs = Lists([('x', 1)])
with_keys = Lists()
with_keys.keys = lambda: 'k'
for thing in Loud(), Shrinks(a=1), pairs, with_keys, Hidden(), Unhashable(), Numbers(), Lists, Loud:
    tell(lambda: {**thing})
    tell(lambda: take(**thing))
    tell(lambda: take(a=1, **thing))
    tell(lambda: dict(thing))
    tell(lambda: dict(thing, z=1))
    tell(lambda: {}.update(thing))
