"""Functions of complex numbers, from those of math."""

import math as _math
from math import e, inf, nan, pi, tau

infj = complex(0.0, inf)
nanj = complex(0.0, nan)


def _number(z):
    if isinstance(z, (complex, float, int)):
        return complex(z)
    if hasattr(z, '__complex__') or hasattr(z, '__float__') or hasattr(z, '__index__'):
        return complex(z)
    raise TypeError(f'must be real number, not {type(z).__name__}')


def _checked(z, *given):
    if not isfinite(z) and all(isfinite(g) for g in given):
        raise OverflowError('math range error')
    return z


def isfinite(z, /):
    z = _number(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    z = _number(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    z = _number(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    a, b = _number(a), _number(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


def phase(z, /):
    z = _number(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    z = _number(z)
    return abs(z), phase(z)


def rect(r, phi, /):
    return complex(r * _math.cos(phi), r * _math.sin(phi)) if phi else complex(r, r * phi)


def sqrt(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if x == 0 and y == 0:
        return complex(0.0, y)
    if not isfinite(z):
        if _math.isinf(y):
            return complex(inf, y)
        if _math.isnan(x):
            return complex(nan, nan)
        if x > 0:
            return complex(inf, nan if _math.isnan(y) else _math.copysign(0.0, y))
        return complex(nan, inf) if _math.isnan(y) else complex(0.0, _math.copysign(inf, y))
    across, up = abs(x), abs(y)
    if max(across, up) < 2 ** -1020:
        across, up = _math.ldexp(across, 54), _math.ldexp(up, 54)
        s = _math.ldexp(_math.sqrt(across + _math.hypot(across, up / 1.0)), -27)
        s /= _math.sqrt(2)
    else:
        across /= 8.0
        s = 2.0 * _math.sqrt(across + _math.hypot(across, up / 8.0))
    d = abs(y) / (2.0 * s)
    if x >= 0:
        return complex(s, _math.copysign(d, y))
    return complex(d, _math.copysign(s, y))


def exp(z, /):
    z = _number(z)
    size = _math.exp(z.real)
    return _checked(complex(size * _math.cos(z.imag), size * _math.sin(z.imag)), z)


def _ln(z):
    x, y = abs(z.real), abs(z.imag)
    if x == 0 and y == 0:
        raise ValueError('math domain error')
    size = _math.hypot(x, y)
    if 0.71 <= size <= 1.73:
        large, small = max(x, y), min(x, y)
        return complex(_math.log1p((large - 1) * (large + 1) + small * small) / 2, phase(z))
    return complex(_math.log(size), phase(z))


def log(z, base=None, /):
    found = _ln(_number(z))
    return found if base is None else found / _ln(_number(base))


def log10(z, /):
    found = _ln(_number(z))
    return complex(found.real / _math.log(10), found.imag / _math.log(10))


def sinh(z, /):
    z = _number(z)
    return _checked(complex(_math.cos(z.imag) * _math.sinh(z.real), _math.sin(z.imag) * _math.cosh(z.real)), z)


def cosh(z, /):
    z = _number(z)
    return _checked(complex(_math.cos(z.imag) * _math.cosh(z.real), _math.sin(z.imag) * _math.sinh(z.real)), z)


def tanh(z, /):
    z = _number(z)
    x, y = z.real, z.imag
    if abs(x) > 350:
        return complex(_math.copysign(1.0, x), 4.0 * _math.sin(y) * _math.cos(y) * _math.exp(-2.0 * abs(x)))
    t, ty, c = _math.tanh(x), _math.tan(y), 1.0 / _math.cosh(x)
    below = 1.0 + (t * ty) ** 2
    return complex(t * (1.0 + ty * ty) / below, ty / below * c * c)


def sin(z, /):
    z = _number(z)
    found = sinh(complex(-z.imag, z.real))
    return complex(found.imag, -found.real)


def cos(z, /):
    z = _number(z)
    return cosh(complex(-z.imag, z.real))


def tan(z, /):
    z = _number(z)
    found = tanh(complex(-z.imag, z.real))
    return complex(found.imag, -found.real)


def asinh(z, /):
    z = _number(z)
    first, second = sqrt(complex(1.0 + z.imag, -z.real)), sqrt(complex(1.0 - z.imag, z.real))
    return complex(_math.asinh(first.real * second.imag - second.real * first.imag),
                   _math.atan2(z.imag, first.real * second.real - first.imag * second.imag))


def acosh(z, /):
    z = _number(z)
    first, second = sqrt(complex(z.real - 1.0, z.imag)), sqrt(complex(z.real + 1.0, z.imag))
    return complex(_math.asinh(first.real * second.real + first.imag * second.imag),
                   2.0 * _math.atan2(first.imag, second.real))


def acos(z, /):
    z = _number(z)
    first, second = sqrt(complex(1.0 - z.real, -z.imag)), sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * _math.atan2(first.real, second.real),
                   _math.asinh(second.real * first.imag - second.imag * first.real))


def asin(z, /):
    z = _number(z)
    found = asinh(complex(-z.imag, z.real))
    return complex(found.imag, -found.real)


def atanh(z, /):
    z = _number(z)
    if z.real < 0 or (z.real == 0 and _math.copysign(1.0, z.real) < 0):
        return -atanh(-z)
    x, y = z.real, abs(z.imag)
    if x == 1.0 and y == 0:
        raise ValueError('math domain error')
    real = _math.log1p(4.0 * x / ((1 - x) ** 2 + y * y)) / 4.0
    imag = -_math.atan2(-2.0 * y, (1 - x) * (1 + x) - y * y) / 2.0
    return complex(real, _math.copysign(imag, z.imag))


def atan(z, /):
    z = _number(z)
    found = atanh(complex(-z.imag, z.real))
    return complex(found.imag, -found.real)
