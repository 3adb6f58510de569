"""as_integer_ratio gives exact numerators and denominators."""
for x in (0.1, 1e300, 5e-324, -2.5, 1e22, 1.7976931348623157e308):
    a, b = x.as_integer_ratio()
    print(a.bit_length(), b.bit_length(), a / b == x)
print((0.1).as_integer_ratio(), (10 ** 30).as_integer_ratio(), (10 ** 30).is_integer())
n = -10 ** 30
print(n.numerator, n.denominator, n.real, n.imag, n.conjugate())
