def g():
    try:
        yield
    except ValueError:
        raise KeyError('second')


it = g()
next(it)
try:
    it.throw(ValueError('first'))
except KeyError as error:
    print(repr(error), repr(error.__context__))
