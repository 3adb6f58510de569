def f(*args, **kwargs):
    return args, kwargs


try:
    f(*3)
except TypeError as error:
    print(error)
try:
    f(**[1])
except TypeError as error:
    print(error)
print(f(*{'a': 1}, *range(2), *'xy'))
