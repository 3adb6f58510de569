def inner():
    try:
        yield 1
    except KeyError as error:
        raise ValueError('instead')


def outer():
    yield from inner()


generator = outer()
next(generator)
generator.throw(KeyError('thrown'))
