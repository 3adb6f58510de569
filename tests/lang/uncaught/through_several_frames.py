def a(x):
    return b(x) + 1


def b(x):
    return [c(i) for i in range(x)]


def c(i):
    values = {'0': 'zero'}
    return values[str(i)]


print(c(0))
a(3)
