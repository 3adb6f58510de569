def f(a, b=0):
    return a, b


for args, kwargs in [((1,), {'c': 2}), ((1,), {'a': 2})]:
    try:
        f(*args, **kwargs)
    except TypeError as error:
        print(error)
try:
    f(**{'a': 1}, **{'a': 2})
except TypeError as error:
    print(error)
