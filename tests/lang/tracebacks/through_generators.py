def inner():
    value = yield 1
    return 1 / value


def middle():
    result = yield from inner()
    print(result)


def outer():
    for x in (1, 2):
        yield from middle()


generator = outer()
next(generator)
generator.send(0)
