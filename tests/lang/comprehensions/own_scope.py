x = 'outer'
print([x for x in range(3)], x)


def f(n):
    return [lambda: n + i for i in range(3)]


print([g() for g in f(10)])
