x = 1


def f():
    print(x)
    x = 2


try:
    f()
except UnboundLocalError as error:
    print(type(error).__name__, error)
