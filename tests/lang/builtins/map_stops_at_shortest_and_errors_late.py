def bad(x):
    if x == 2:
        raise ValueError('two')
    return x


m = map(bad, [1, 2, 3])
print(next(m))
try:
    next(m)
except ValueError as error:
    print(error)
print(next(m), list(m))
