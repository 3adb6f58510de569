try:
    [1, 'a'].sort()
except TypeError as error:
    print(error)
a = [3, 2, 1]


def bad(x):
    raise ValueError(f'key of {x}')


try:
    a.sort(key=bad)
except ValueError as error:
    print(error, a)
