def show(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


z = 3 + 4j
inf = float('inf')
nan = float('nan')
for what in (
    lambda: z, lambda: abs(z), lambda: z.real, lambda: z.imag, lambda: z.conjugate(), lambda: -z, lambda: +z, lambda: 1j, lambda: -1j,
    lambda: 1j * 1j, lambda: 0j, lambda: -0j, lambda: complex(-0.0, 1), lambda: complex(0.0, -0.0), lambda: 1.5e300j, lambda: 1e16 + 1e-7j,
    lambda: z + 1, lambda: 1 + z, lambda: z - 2.5, lambda: 2.5 - z, lambda: z * 2, lambda: 2 * z, lambda: z / 2, lambda: 2 / z, lambda: z / (1 - 2j),
    lambda: z ** 2, lambda: z ** -2, lambda: z ** 0, lambda: z ** 0.5, lambda: 2 ** z, lambda: z ** z, lambda: (-8) ** (1 / 3), lambda: (-8.0) ** 0.5,
    lambda: pow(-1, 0.5), lambda: 0j ** 0, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: z / 0, lambda: 1 / 0j, lambda: z // 2, lambda: z % 2, lambda: divmod(z, 2),
    lambda: z < 1, lambda: 1 < z, lambda: z == 3 + 4j, lambda: z == 3, lambda: 3 + 0j == 3, lambda: 3 == 3 + 0j, lambda: 3.0 == 3 + 0j, lambda: z != z,
    lambda: hash(3 + 0j) == hash(3), lambda: hash(z), lambda: hash(1j), lambda: {1: 'a'}[1 + 0j], lambda: bool(0j), lambda: bool(1j), lambda: ~z,
    lambda: int(z), lambda: float(z), lambda: round(z), lambda: complex(), lambda: complex(1), lambda: complex(1, 2), lambda: complex(1.5, 2j),
    lambda: complex(1j, 2), lambda: complex(1j, 2j), lambda: complex('1+2j'), lambda: complex(' ( -1.5e3 - 2J ) '), lambda: complex('j'), lambda: complex('-j'), lambda: complex('+5'),
    lambda: complex('nan+infj'), lambda: complex('1 + 2j'), lambda: complex(''), lambda: complex('1+2'), lambda: complex('1j+2'), lambda: complex('1+2j', 1), lambda: complex(1, '2'),
    lambda: complex([]), lambda: complex(1, []), lambda: complex(real=1, imag=2), lambda: complex(imag=3), lambda: complex(1, 2, 3), lambda: complex(x=1), lambda: complex('1_0+2j'),
    lambda: complex(b'1'), lambda: complex(True, False), lambda: complex(None), lambda: complex('1e400'), lambda: complex(10 ** 400), lambda: z + 10 ** 400,
    lambda: complex(inf, nan), lambda: complex(nan, -inf), lambda: complex(inf) * 1j, lambda: abs(complex(inf, nan)), lambda: abs(complex(1e308, 1e308)), lambda: abs(complex(nan, 1)),
    lambda: f'{z}', lambda: f'{z:.2f}', lambda: f'{z:+.1e}', lambda: f'{z:>12}', lambda: f'{z:<12}|', lambda: f'{z:*^12}', lambda: f'{z:.3}', lambda: f'{1j:.2}', lambda: f'{z:g}',
    lambda: f'{z:012}', lambda: f'{z:=12}', lambda: f'{z:d}', lambda: f'{z:s}', lambda: f'{12345.678 + 9876543j:,.1f}', lambda: f'{z:n}', lambda: f'{1j:10}|', lambda: f'{z:%}', lambda: f'{z: .1f}', lambda: f'{z:#.0f}',
    lambda: '%s %r' % (z, z), lambda: '%d' % z, lambda: '%f' % z, lambda: '{:.1f}'.format(z), lambda: str(z), lambda: repr([z, 1j]),
    lambda: sum([1j, 2, 3.5]), lambda: sum([1j] * 3), lambda: max(1j, 2j), lambda: sorted([1j, 2]), lambda: isinstance(z, complex), lambda: type(z), lambda: complex.__name__,
    lambda: z.__complex__(), lambda: z.__abs__(), lambda: z.__add__(1), lambda: z.__add__('a'), lambda: z.__eq__(1), lambda: z.__getnewargs__(), lambda: z.foo,
    lambda: setattr(z, 'real', 1), lambda: z.__lt__(1), lambda: z.__format__('.1f'), lambda: 1 if z else 2, lambda: [1, 2][1j], lambda: 'a' * 1j, lambda: z + 'a', lambda: 'a' + z,
    lambda: range(1j), lambda: chr(1j), lambda: z @ z, lambda: z << 1, lambda: {1j: 2}, lambda: pow(z, 2, 3), lambda: 1e200j * 1e200j, lambda: (1e200 + 0j) ** 2,
    lambda: (1 + 1j) ** 100, lambda: (1 + 1j) ** 101, lambda: (2 + 0j) ** 2000, lambda: 1_0.5j, lambda: 0_7j, lambda: 1e3J, lambda: .5j, lambda: 5.j, lambda: complex(1, -0.0), lambda: 1 - 0j, lambda: -(1 + 0j),
):
    show(what)


class Has:
    def __complex__(self):
        return 1 + 2j


class Wrong:
    def __complex__(self):
        return 1


class Real:
    def __float__(self):
        return 2.5


class Whole:
    def __index__(self):
        return 7


class Sub(complex):
    def __repr__(self):
        return 'Sub'


for what in (lambda: complex(Has()), lambda: complex(Wrong()), lambda: complex(Real()), lambda: complex(Whole()), lambda: complex(1, Real()),
             lambda: Sub(1, 2), lambda: Sub(1, 2) + 1, lambda: type(Sub(1, 2) + 1), lambda: complex(Sub(3)), lambda: Sub('1j').imag, lambda: str(Sub(1)), lambda: complex(1, Has())):
    show(what)
for value in (1j, 2 + 1j, -1j, 1 - 2j, 5):
    match value:
        case 2 + 1j:
            print('two and')
        case 1j:
            print('one')
        case -1j:
            print('minus')
        case 1 - 2j | -3 - 4j:
            print('other')
        case complex():
            print('any')
        case _:
            print('none')
