# What a ChainMap has of a mapping: views, update, the operator |, no reversed().
import collections
import collections.abc


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


c = collections.ChainMap({1: 2}, {3: 4})
t(lambda: reversed(c)); t(lambda: c | {5: 6}); t(lambda: {5: 6} | c); t(lambda: c | [1]); t(lambda: c.update([1])); t(lambda: c.update({7: 8}) or c)
t(lambda: c.keys() & [1]); t(lambda: c.items()); t(lambda: list(c.values())); t(lambda: c == {1: 2, 3: 4, 7: 8}); t(lambda: c == 5); t(lambda: c.setdefault(9, 1)); t(lambda: c.pop(3)); t(lambda: c.popitem()); t(lambda: isinstance(c, collections.abc.MutableMapping))
c |= {0: 0}; print(c, len(c), 3 in c, c.get(3), c.get(99, 'no'), sorted(c), c.new_child({3: 5})[3], c.parents)
t(lambda: c[77])
