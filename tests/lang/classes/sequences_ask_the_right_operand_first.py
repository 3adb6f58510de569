"""+ and * of a built-in sequence come last: a number-like right operand is asked before."""


class Times(int):
    def __rmul__(self, other):
        return ('rmul', other)

    def __radd__(self, other):
        return ('radd', other)


class Texts(str):
    def __radd__(self, other):
        return ('joined to', other)


class Index:
    def __index__(self):
        return 2


print('a' * Times(2), [1] * Times(2), (1,) * Times(3), b'x' * Times(1))
print('a' + Times(2), [1] + Times(2), 'x' + Texts('y'), Texts('y') + 'x')
print('a' * Index(), Index() * [0], (1,) * Index())
for function in (lambda: [1] * 'a', lambda: 'a' * [1], lambda: [1] * Texts('b'), lambda: 2.5 * 'a', lambda: (1,) * None):
    try:
        print(function())
    except TypeError as error:
        print(error)
