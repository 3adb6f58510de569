def stubborn(name):
    while True:
        try:
            yield name
        except GeneratorExit:
            print(name, 'stays')


a = stubborn('a')
next(a)
del a
print('next')
b = stubborn('b')
next(b)
try:
    b.close()
except RuntimeError as error:
    print(error)
print('end')
