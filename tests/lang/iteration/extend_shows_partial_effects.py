def g():
    yield 1
    yield 2
    raise ValueError('late')


a = [0]
try:
    a.extend(g())
except ValueError:
    print(a)
d = {}
try:
    d.update((x, x) for x in g())
except ValueError:
    print(d)
