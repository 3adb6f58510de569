def f():
    try:
        return 'try'
    finally:
        return 'finally'


def g():
    try:
        raise ValueError
    finally:
        return 'swallowed'


def h():
    x = 1
    try:
        return x
    finally:
        x = 2


print(f(), g(), h())
