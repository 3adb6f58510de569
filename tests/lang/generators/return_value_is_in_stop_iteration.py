def g():
    yield 1
    return 'the value'


it = g()
next(it)
try:
    next(it)
except StopIteration as stop:
    print(repr(stop), stop.value, stop.args)
try:
    next(it)
except StopIteration as stop:
    print(repr(stop))
