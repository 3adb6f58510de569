class K:
    pass


def tell(number, what):
    try:
        print(number, what())
    except Exception as error:
        print(number, type(error).__name__, error)


def f(**k):
    return k


own = K()
own.keys = lambda: ['a']
wrong = K()
wrong.keys = 5
raises = K()
raises.keys = lambda: 1 / 0
def attr():
    raise AttributeError('mine')
lost = K()
lost.keys = attr


class Prop:
    @property
    def keys(self):
        raise AttributeError('hidden')


class Prop2:
    @property
    def keys(self):
        raise ValueError('hidden')


class G:
    def __getattr__(self, name):
        print('asked', name)
        return lambda: iter('ab')

    def __getitem__(self, k):
        return k * 2


for n, thing in enumerate([dict, list, int, own, wrong, raises, lost, Prop(), Prop2(), G(), K, 5, None, type]):
    tell(n, lambda: {**thing})
    tell(n, lambda: f(**thing))
    tell(n, lambda: dict(thing))
    tell(n, lambda: {}.update(thing))
    tell(n, lambda: {} | thing)
    def ior():
        d = {}
        d |= thing
        return d
    tell(n, ior)
    tell(n, lambda: dict(**thing))
    tell(n, lambda: f(a=1, **thing))
