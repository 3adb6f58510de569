def g():
    yield 1
    next(iter([]))
    yield 2


it = g()
next(it)
try:
    next(it)
except RuntimeError as error:
    print(error, type(error.__cause__).__name__)
