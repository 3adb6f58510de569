def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


def function():
    try:
        g = stubborn()
        next(g)
        raise KeyError(g)
    except KeyError as e:
        g = None
        print('caught')
    print('after')


def generator():
    try:
        g = stubborn()
        next(g)
        raise KeyError(g)
    except KeyError as e:
        g = None
        print('caught')
    yield 'after'


function()
print(list(generator()))
