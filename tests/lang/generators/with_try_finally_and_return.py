def g():
    try:
        yield 1
        return 'done'
    finally:
        print('cleanup')
        yield 'from finally'


it = g()
print(next(it), next(it))
try:
    next(it)
except StopIteration as stop:
    print(stop.value)
