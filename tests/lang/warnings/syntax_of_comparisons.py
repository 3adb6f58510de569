x = 5
print(x is 5, 'a' is x, x is not 1.5, x is None, x is True, x is ..., x is -1, x is (), x is (1, x))
print(1 is x is not b'z', x == 1 is x, (x is 1 + 2) is False, x is (1, 'a'))


def inside(a=x is 'default'):
    if a is '':
        return lambda: a is not 3
    assert (a, 'never fails')
    assert (a is 7, 'x')
    assert ()or True


inside(())
