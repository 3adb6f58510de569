def g():
    x = yield 1
    print('got', x)


it = g()
try:
    it.send('early')
except TypeError as error:
    print(error)
print(it.send(None))
try:
    it.send('late')
except StopIteration:
    print('over')
