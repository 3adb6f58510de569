def echo():
    a = yield
    b = (yield a) or 'nothing'
    print('b is', b)
    yield [a, b]


g = echo()
next(g)
print(g.send('A'))
print(next(g))
