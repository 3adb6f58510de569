def g():
    print('never printed')
    yield 1


it = g()
try:
    it.throw(ValueError('at once'))
except ValueError as error:
    print('raised', error)
print(next(it, 'finished'))
