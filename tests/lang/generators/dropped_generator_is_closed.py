def g():
    try:
        yield 1
    finally:
        print('cleaned up')


it = g()
next(it)
it = None
print('after')
for x in g():
    print('x', x)
    break
print('end')
