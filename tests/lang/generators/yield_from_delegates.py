def inner():
    x = yield 'a'
    print('inner got', x)
    y = yield 'b'
    print('inner got', y)
    return 'result'


def outer():
    value = yield from inner()
    print('outer got', value)
    yield 'c'


it = outer()
print(next(it), it.send(1), it.send(2))
print(list(it))
