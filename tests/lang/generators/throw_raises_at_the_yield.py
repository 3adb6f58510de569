def g():
    while True:
        try:
            x = yield 'ready'
        except ValueError as error:
            print('inside:', error)
            yield 'handled'


it = g()
print(next(it))
print(it.throw(ValueError('bad')))
print(next(it))
try:
    it.throw(KeyError('k'))
except KeyError as error:
    print('out:', error)
print(list(it))
