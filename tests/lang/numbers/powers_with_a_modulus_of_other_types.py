class Own(int):
    def __pow__(self, exponent, modulus=None):
        if modulus == 7:
            return NotImplemented
        return f'own {int(self)} {exponent} {modulus}'


def tell(*args):
    try:
        print(args, pow(*args))
    except (TypeError, ValueError) as error:
        print(args, type(error).__name__, error)


things = [3, True, 1.5, 2j, {}, 'a']
for base in things:
    for exponent in things:
        for modulus in things:
            tell(base, exponent, modulus)
for args in (2, 3, None), ({}, 3, None), (2, 3, 5):
    tell(*args)
for args in (2, 5), (2, 7), (1.5, 7), ('a', 7), (2, None):
    tell(Own(3), *args)
