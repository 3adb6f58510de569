import copy
import math
import numbers
from fractions import Fraction as F


def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


half, third = F(1, 2), F('1/3')
for what in (
    lambda: half + third, lambda: half - third, lambda: half * third, lambda: half / third, lambda: half // third, lambda: half % third,
    lambda: divmod(F(7, 2), third), lambda: divmod(-F(7, 2), third), lambda: half ** 3, lambda: half ** -3, lambda: (-half) ** -3, lambda: half ** half, lambda: half ** 0.5, lambda: 2 ** half, lambda: 2 ** F(3), lambda: 4 ** F(-2),
    lambda: half + 1, lambda: 1 + half, lambda: half + 0.25, lambda: 0.25 - half, lambda: half * 2j, lambda: 3 / half, lambda: 3 // half, lambda: 3.5 % half, lambda: 1 - half, lambda: half + '1', lambda: 'a' + half, lambda: half + None,
    lambda: F(), lambda: F(3), lambda: F(6, -4), lambda: F(0.5), lambda: F(0.1), lambda: F('  -3.25e2 '), lambda: F('1_000/3'), lambda: F('.5'), lambda: F('7.'), lambda: F('1e-3'), lambda: F('a'), lambda: F('1/ 2'), lambda: F('1/0'), lambda: F(1, 0), lambda: F(0, 0),
    lambda: F(1.5, 2), lambda: F([]), lambda: F(None), lambda: F('1', '2'), lambda: F(half, third), lambda: F(float('inf')), lambda: F(float('nan')), lambda: F(True, 2), lambda: F(1j),
    lambda: F.from_float(0.75), lambda: F.from_float(3), lambda: F.from_float('a'), lambda: F(math.pi).limit_denominator(1000), lambda: F('3.1415926535897932').limit_denominator(), lambda: F(1, 3).limit_denominator(2), lambda: half.limit_denominator(0), lambda: F(4321, 8765).limit_denominator(100),
    lambda: str(half), lambda: str(F(4)), lambda: f'{half}', lambda: f'{third:.4f}', lambda: f'{third:e}', lambda: f'{third:g}', lambda: f'{third:.1%}', lambda: f'{F(1234567, 3):,.2f}', lambda: f'{half:>8}|', lambda: f'{half:<8}|', lambda: f'{half:^8}|', lambda: f'{half:+}', lambda: f'{-half:08.2f}',
    lambda: f'{half:d}', lambda: f'{F(3):#}', lambda: f'{F(-1, 1000):z.1f}', lambda: f'{F(10 ** 20, 3):.3g}', lambda: f'{F(2, 3):.0f}', lambda: f'{F(5, 2):.0f}', lambda: f'{F(0):e}', lambda: f'{F(12345678, 7):_.3f}', lambda: f'{half:x}', lambda: f'{F(1, 10 ** 7):g}',
    lambda: int(F(-7, 2)), lambda: float(third), lambda: round(F(7, 2)), lambda: round(F(5, 2)), lambda: round(F(-5, 2)), lambda: round(F(22, 7), 2), lambda: round(F(1234), -2), lambda: math.floor(F(-7, 2)), lambda: math.ceil(F(-7, 2)), lambda: math.trunc(F(-7, 2)),
    lambda: abs(F(-1, 2)), lambda: -half, lambda: +half, lambda: bool(F(0)), lambda: half == 0.5, lambda: third == 1 / 3, lambda: half == F(2, 4), lambda: half == 0.5 + 0j, lambda: half == 'a', lambda: half < third, lambda: half >= 0.5, lambda: half < float('inf'), lambda: half < 'a', lambda: 1 > half, lambda: 0.3 < third, lambda: half != third,
    lambda: hash(F(3)) == hash(3), lambda: hash(half), lambda: hash(-third), lambda: {F(2): 'two'}[2], lambda: hash(F(1, 2 ** 61 - 1)), lambda: half.numerator, lambda: half.denominator, lambda: half.as_integer_ratio(), lambda: half.is_integer(), lambda: F(4, 2).is_integer(), lambda: half.real, lambda: half.imag, lambda: half.conjugate(),
    lambda: sum([half, third, F(1, 6)]), lambda: max(half, third), lambda: sorted([half, third, 1, 0.4]), lambda: isinstance(half, numbers.Rational), lambda: isinstance(1, numbers.Integral), lambda: isinstance(1.0, numbers.Rational), lambda: isinstance(True, numbers.Number), lambda: isinstance(1j, numbers.Real), lambda: issubclass(F, numbers.Real),
    lambda: copy.copy(half) is half, lambda: copy.deepcopy(half) == half, lambda: complex(half), lambda: math.sqrt(F(1, 4)), lambda: setattr(half, 'numerator', 3), lambda: half.other, lambda: pow(half, 2), lambda: F(1, 3) + F(1, 6) == half, lambda: math.prod([half, third]), lambda: half // 0, lambda: half / 0, lambda: half % 0, lambda: F(0) ** -1,
):
    show(what)


class Named(F):
    pass


print(repr(Named(1, 2)), repr(Named(1, 2) + 1), type(Named(1, 2) * 2).__name__)
