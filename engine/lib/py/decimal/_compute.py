"""Coefficients as ints: rounding, layout, and the functions that need more digits on the way."""

from math import isqrt as _isqrt

ROUND_UP = 'ROUND_UP'
ROUND_DOWN = 'ROUND_DOWN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_05UP = 'ROUND_05UP'


def digits_of(coefficient):
    return len(str(coefficient))


_AWAY = {
    ROUND_UP: lambda sign, q, order: True,
    ROUND_DOWN: lambda sign, q, order: False,
    ROUND_CEILING: lambda sign, q, order: not sign,
    ROUND_FLOOR: lambda sign, q, order: bool(sign),
    ROUND_HALF_UP: lambda sign, q, order: order >= 0,
    ROUND_HALF_DOWN: lambda sign, q, order: order > 0,
    ROUND_HALF_EVEN: lambda sign, q, order: order > 0 or (order == 0 and q & 1),
    ROUND_05UP: lambda sign, q, order: q % 5 == 0,
}
ROUNDINGS = tuple(_AWAY)


def dropped(sign, coefficient, count, rounding):
    """The coefficient without its last `count` digits, rounded; and whether that changed it."""
    if count <= 0:
        return coefficient * 10 ** -count, False
    if count > digits_of(coefficient) + 1:
        q, r, order = 0, coefficient, -1
    else:
        unit = 10 ** count
        q, r = divmod(coefficient, unit)
        order = (2 * r > unit) - (2 * r < unit)
    if r and _AWAY[rounding](sign, q, order):
        q += 1
    return q, r != 0


def quotient(a, b, digits):
    """a / b as (coefficient, exponent) of more than so many digits; the last one tells of a rest."""
    shift = max(digits_of(b) - digits_of(a) + digits + 1, 0)
    q, r = divmod(a * 10 ** shift, b)
    if r and q % 5 == 0:
        q += 1
    return q, -shift, r == 0


def root(coefficient, exponent, digits):
    """The square root likewise."""
    half, odd = divmod(exponent, 2)
    if odd:
        coefficient *= 10
    pairs = max(digits + 2 - (digits_of(coefficient) + 1) // 2, 0)
    coefficient *= 100 ** pairs
    found = _isqrt(coefficient)
    exact = found * found == coefficient
    if not exact and found % 5 == 0:
        found += 1
    return found, half - pairs, exact


# Fixed point: ints that stand for themselves over `unit`.

def _exp_series(x, unit):
    # |x| < unit / 2 ** 8 after halving
    halvings = 0
    while abs(x) > unit >> 8:
        x >>= 1
        halvings += 1
    term = total = unit
    n = 1
    while term:
        term = term * x // (unit * n)
        total += term
        n += 1
    for _ in range(halvings):
        total = total * total // unit
    return total


def _ln_series(x, unit):
    # 2 * atanh((x - 1) / (x + 1)), x near 1
    y = (x - unit) * unit // (x + unit)
    square = y * y // unit
    total, n = 0, 1
    while y:
        total += y // n
        y = y * square // unit
        n += 2
    return 2 * total


def _ln(x, unit):
    # x at least `unit`, below ten times that
    roots = 0
    while x > unit + (unit >> 6):
        x = _isqrt(x * unit)
        roots += 1
    return _ln_series(x, unit) << roots


def ln(coefficient, exponent, digits):
    """ln(coefficient * 10 ** exponent) as (sign, coefficient, exponent), right to `digits` digits."""
    size = digits_of(coefficient)
    places = digits + size + len(str(abs(exponent) + size)) + 12
    unit = 10 ** places
    tens = exponent + size - 1
    total = _ln(coefficient * unit // 10 ** (size - 1), unit)
    if tens:
        total += tens * _ln(10 * unit, unit)
    return total < 0, abs(total), -places


def log10(coefficient, exponent, digits):
    places = digits + digits_of(coefficient) + 12
    sign, top, top_exp = ln(coefficient, exponent, places)
    _, ten, ten_exp = ln(10, 0, places)
    found = top * 10 ** (places + max(top_exp - ten_exp, 0)) // (ten * 10 ** max(ten_exp - top_exp, 0))
    return sign, found, -places


def exp(sign, coefficient, exponent, digits):
    """e to the power of the number, as (coefficient, exponent)."""
    size = max(digits_of(coefficient) + exponent, 0)
    places = digits + 2 * size + 12
    unit = 10 ** places
    x = coefficient * 10 ** (exponent + places) if exponent + places >= 0 \
        else coefficient // 10 ** -(exponent + places)
    if sign:
        x = -x
    ten = _ln(10 * unit, unit)
    tens, rest = divmod(x, ten)
    found = _exp_series(rest, unit)
    return found, tens - places


def grouped(whole, separator, width):
    """Groups of three from the right; filled with zeros up to `width`, and never a separator first."""
    if not separator:
        return whole.rjust(width, '0')
    whole = whole.rjust(3 * width // 4 + 1 if width > 0 else 0, '0')
    first = (len(whole) - 1) % 3 + 1
    return separator.join([whole[:first], *(whole[i:i + 3] for i in range(first, len(whole), 3))])


def padded(sign, body, fill, align, width):
    missing = width - len(sign) - len(body)
    if align == '<':
        return sign + body + fill * missing
    if align == '^':
        left = missing // 2
        return fill * left + sign + body + fill * (missing - left)
    if align == '=':
        return sign + fill * missing + body
    return fill * missing + sign + body
