def g():
    yield 1
    raise KeyError('broken')


it = g()
print(next(it))
try:
    next(it)
except KeyError as error:
    print(repr(error))
print(list(it))
