def a():
    return


def b():
    pass


def c(x):
    if x:
        return 'yes'


print(a(), b(), c(1), c(0))
