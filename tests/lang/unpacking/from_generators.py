def gen():
    print('one')
    yield 1
    print('two')
    yield 2
    print('over')


a, b = gen()
print(a, b)
try:
    c, = gen()
except ValueError as error:
    print(error)
