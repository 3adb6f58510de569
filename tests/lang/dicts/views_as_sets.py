a, b = {'x': 1, 'y': 2}, {'y': 9, 'z': 3}
print(sorted(a.keys() & b.keys()), sorted(a.keys() | b.keys()), sorted(a.keys() - b.keys()), a.keys() == {'x', 'y'})
