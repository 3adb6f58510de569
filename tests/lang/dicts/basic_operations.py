d = {'a': 1, 'b': 2}
d['c'] = 3
d['a'] = 10
del d['b']
print(d, len(d), 'a' in d, 'b' not in d, d['c'], list(d), bool({}))
print(d.get('x'), d.get('x', 0), d.get('a'))
try:
    d['zz']
except KeyError as error:
    print(repr(error))
