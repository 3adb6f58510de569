"""A generator that only its own running frame keeps alive."""


def numbers():
    try:
        yield 1
        yield 2
    finally:
        print('closed')


print(numbers().__next__())
print(next(numbers()))
print(numbers().send(None))
print((n for n in [5]).__next__())
try:
    numbers().throw(ValueError('early'))
except ValueError as error:
    print(error)
try:
    (n for n in []).__next__()
except StopIteration as error:
    print(repr(error))
for method in ('__next__', 'close'):
    print(method, getattr(numbers(), method)())
