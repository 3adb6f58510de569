def note(x):
    print('eval', x)
    return x


def f(*args, **kwargs):
    return args, kwargs


print(f(note(1), *[note(2)], note(3), k=note(4), **{'m': note(5)}))
