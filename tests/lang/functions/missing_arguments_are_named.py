def f(a, b, c, d=4, *, e, g):
    pass


for args, kwargs in [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3), {}), ((1, 2, 3), {'e': 1})]:
    try:
        f(*args, **kwargs)
    except TypeError as error:
        print(error)
