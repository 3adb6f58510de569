from collections import ChainMap, Counter, OrderedDict, defaultdict

d = defaultdict(list); d['a'].append(1); print(d, d['b'], len(d), d.copy())
c = Counter('abracadabra'); print(c, c.most_common(2), c['z'], c + Counter(a=1), c - Counter(a=3), sum(c.values()), list(c.elements())[:3])
c.update('zz'); c.subtract('a'); print(c, c.total())
o = OrderedDict(a=1, b=2, c=3); o.move_to_end('a'); print(o, o.popitem(last=False)); o.move_to_end('a', last=False); print(o, list(reversed(o)))
m = ChainMap({'a':1}, {'a':2,'b':3}); print(m, m['a'], m['b'], dict(m), sorted(m), len(m))
