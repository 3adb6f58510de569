d = {'a': 1, 'b': 2, 'c': 3}
print(d.pop('a'), d.pop('x', 'none'), d.popitem(), d)
print(d.setdefault('b', 9), d.setdefault('n', []), d)
d.update({'b': 20}, k=5)
d.update([('p', 1), ('q', 2)])
print(d, d.copy() == d, d.copy() is d)
d.clear()
print(d)
try:
    d.pop('gone')
except KeyError as error:
    print(error)
