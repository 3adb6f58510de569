# A subclass of dict is copied whole; one with its own __iter__, and one of OrderedDict, is asked for keys and items.
import collections


def t(f):
    try:
        print('ok', f())
    except Exception as e:
        print(type(e).__name__, e)


class D(dict):
    def __getitem__(self, k): return ('got', k)
class K(dict):
    def keys(self): return ['a', 'b']
    def __getitem__(self, k): return k * 2
class I(dict):
    def __iter__(self): return iter(['z'])
class O(collections.OrderedDict):
    def __getitem__(self, k): return 'o' + k
t(lambda: dict(D(a=1)))
t(lambda: dict(K(a=1)))
t(lambda: dict(I(a=1, z=3)))
t(lambda: dict(O(a=1)))
t(lambda: dict(collections.OrderedDict(a=1)))
t(lambda: {**D(a=1)})
t(lambda: {**K(a=1)})
t(lambda: {**O(a=1)})
def up(x):
    d = {}; d.update(x); return d
t(lambda: up(D(a=1))); t(lambda: up(K(a=1))); t(lambda: up(O(a=1))); t(lambda: up(I(a=1,z=3)))
t(lambda: {} | K(a=1)); t(lambda: dict(collections.ChainMap({'a':1},{'b':2})))
t(lambda: dict(collections.Counter('aab'))); t(lambda: dict(collections.defaultdict(int, a=1)))
def given(**names): return names
for x in (D(a=1), K(a=1), I(a=1, z=2), O(a=1)):
    t(lambda: given(**x))
    t(lambda: {'b': 0} | x)
    t(lambda: {**x, 'c': 1})
    e = {'q': 1}
    e |= x
    print(e, dict(x, k=2), x.copy())
