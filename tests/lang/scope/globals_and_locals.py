marker = 'here'


def f(a):
    b = a + 1
    return sorted(locals().items())


print(f(1))
print(globals()['marker'], '__name__' in globals(), __name__)
