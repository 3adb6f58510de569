"""Exact fractions of two ints."""

import math as _math
import numbers as _numbers
import re as _re

__all__ = ['Fraction']

_TEXT = _re.compile(r'\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<whole>\d*(?:_\d+)*)'
                    r'(?:(?:\s*/\s*(?P<below>\d+(?:_\d+)*))?|(?:\.(?P<part>\d*|\d+(?:_\d+)*))?(?:[eE](?P<exp>[-+]?\d+(?:_\d+)*))?)\s*\Z')
_FLOAT_SPEC = _re.compile(r'(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<no_minus>z)?(?P<alt>\#)?'
                          r'(?P<zero>0(?=[0-9]))?(?P<width>[0-9]+)?(?P<group>[,_])?(?:\.(?P<precision>[0-9]+))?'
                          r'(?P<type>[eEfFgG%])\Z', _re.DOTALL)
_PLAIN_SPEC = _re.compile(r'(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<alt>\#)?'
                          r'(?P<zero>0(?=[0-9]))?(?P<width>[0-9]+)?(?P<group>[,_])?\Z', _re.DOTALL)
_MODULUS = 2 ** 61 - 1
_INFINITE = 314159


def _to_tens(n, d, exponent):
    # round(n / d / 10 ** exponent), halves to even, as (is it negative, magnitude)
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    q, r = divmod(abs(n), d)
    if r * 2 > d or (r * 2 == d and q & 1):
        q += 1
    return n < 0, q


def _to_figures(n, d, figures):
    # (is it negative, digits, exponent): so many figures of n / d
    if n == 0:
        return False, 0, 1 - figures
    above, below = str(abs(n)), str(d)
    size = len(above) - len(below) + (below <= above)
    exponent = size - figures
    negative, digits = _to_tens(n, d, exponent)
    if len(str(digits)) == figures + 1:
        digits //= 10
        exponent += 1
    return negative, digits, exponent


def _laid_out(sign, body, fill, align, width):
    missing = width - len(sign) - len(body)
    if align == '<':
        return sign + body + fill * missing
    if align == '^':
        return fill * (missing // 2) + sign + body + fill * (missing - missing // 2)
    if align == '=':
        return sign + fill * missing + body
    return fill * missing + sign + body


class Fraction(_numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            self._numerator, self._denominator = cls._one_value(numerator)
            return self
        if not isinstance(numerator, _numbers.Rational) or not isinstance(denominator, _numbers.Rational):
            raise TypeError('both arguments should be Rational instances')
        above = numerator.numerator * denominator.denominator
        below = denominator.numerator * numerator.denominator
        if below == 0:
            raise ZeroDivisionError(f'Fraction({above}, 0)')
        common = _math.gcd(above, below)
        if below < 0:
            common = -common
        self._numerator, self._denominator = above // common, below // common
        return self

    @staticmethod
    def _one_value(value):
        if type(value) is int:
            return value, 1
        if isinstance(value, _numbers.Rational):
            return value.numerator, value.denominator
        if isinstance(value, float) or (not isinstance(value, (type, str)) and hasattr(value, 'as_integer_ratio')):
            return value.as_integer_ratio()
        if not isinstance(value, str):
            raise TypeError('argument should be a string or a Rational instance')
        found = _TEXT.match(value)
        if found is None:
            raise ValueError(f'Invalid literal for Fraction: {value!r}')
        above, below = int(found['whole'] or '0'), 1
        if found['below']:
            below = int(found['below'])
        else:
            if found['part']:
                part = found['part'].replace('_', '')
                below = 10 ** len(part)
                above = above * below + int(part)
            if found['exp']:
                exponent = int(found['exp'])
                above, below = (above * 10 ** exponent, below) if exponent >= 0 else (above, below * 10 ** -exponent)
        if found['sign'] == '-':
            above = -above
        if below == 0:
            raise ZeroDivisionError(f'Fraction({above}, 0)')
        common = _math.gcd(above, below)
        return above // common, below // common

    @classmethod
    def _made(cls, numerator, denominator):
        # Of two ints without a common factor, the second above 0.
        self = super().__new__(cls)
        self._numerator, self._denominator = numerator, denominator
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, _numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls._made(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        if isinstance(dec, _numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f'{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})')
        return cls._made(*dec.as_integer_ratio())

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The last two convergents of the continued fraction that stay within the limit.
        older, newer = (0, 1), (1, 0)
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            below = older[1] + a * newer[1]
            if below > max_denominator:
                break
            older, newer = newer, (older[0] + a * newer[0], below)
            n, d = d, n - a * d
        k = (max_denominator - older[1]) // newer[1]
        if 2 * d * (older[1] + k * newer[1]) <= self._denominator:
            return Fraction._made(*newer)
        return Fraction._made(older[0] + k * newer[0], older[1] + k * newer[1])

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f'{type(self).__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __format__(self, format_spec, /):
        found = _PLAIN_SPEC.match(format_spec)
        if found:
            return self._format_plain(found)
        found = _FLOAT_SPEC.match(format_spec)
        if found and (found['align'] is None or found['zero'] is None):
            return self._format_float(found)
        raise ValueError(f'Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}')

    def _format_plain(self, spec):
        body = f'{abs(self._numerator):{spec["group"] or ""}}'
        if self._denominator > 1 or spec['alt']:
            body += f'/{self._denominator:{spec["group"] or ""}}'
        sign = '-' if self._numerator < 0 else '' if spec['sign'] == '-' else spec['sign']
        fill, align = ('0', '=') if spec['zero'] else (spec['fill'] or ' ', spec['align'] or '>')
        return _laid_out(sign, body, fill, align, int(spec['width'] or 0))

    def _format_float(self, spec):
        kind, precision = spec['type'], int(spec['precision'] or '6')
        lower = kind.lower()
        if lower in 'f%':
            exponent = -precision - 2 * (kind == '%')
            negative, digits = _to_tens(self._numerator, self._denominator, exponent)
            scientific, places = False, precision
        else:
            figures = precision + 1 if lower == 'e' else max(precision, 1)
            negative, digits, exponent = _to_figures(self._numerator, self._denominator, figures)
            scientific = lower == 'e' or exponent > 0 or exponent + figures <= -4
            places = figures - 1 if scientific else -exponent
        if scientific:
            suffix = f'{"E" if kind in "EG" else "e"}{exponent + places:+03d}'
        else:
            suffix = '%' if kind == '%' else ''
        text = f'{digits:0{places + 1}d}'
        if len(text) < places + 1:
            text = text.rjust(places + 1, '0')
        whole, part = text[:len(text) - places], text[len(text) - places:]
        if lower == 'g' and not spec['alt']:
            part = part.rstrip('0')
        if spec['no_minus'] and digits == 0:
            negative = False
        sign = '-' if negative else '' if spec['sign'] == '-' else spec['sign']
        tail = ('.' if part or spec['alt'] else '') + part + suffix
        width = int(spec['width'] or 0)
        if spec['zero']:
            least = width - len(sign) - len(tail)
            least = 3 * least // 4 + 1 if spec['group'] else least
            whole = whole.rjust(least, '0')
        if spec['group']:
            first = 1 + (len(whole) - 1) % 3
            whole = whole[:first] + ''.join(spec['group'] + whole[i:i + 3] for i in range(first, len(whole), 3))
        return _laid_out(sign, whole + tail, spec['fill'] or ' ', spec['align'] or '>', width)

    # ---- arithmetic ----

    def _add(self, other):
        g = _math.gcd(self._denominator, other._denominator)
        n = self._numerator * (other._denominator // g) + other._numerator * (self._denominator // g)
        d = self._denominator // g * other._denominator
        g = _math.gcd(n, d)
        return Fraction._made(n // g, d // g)

    def _sub(self, other):
        return self._add(Fraction._made(-other._numerator, other._denominator))

    def _mul(self, other):
        n, d = self._numerator * other._numerator, self._denominator * other._denominator
        g = _math.gcd(n, d)
        return Fraction._made(n // g, d // g)

    def _div(self, other):
        n, d = self._numerator * other._denominator, self._denominator * other._numerator
        if d == 0:
            raise ZeroDivisionError(f'Fraction({n // _math.gcd(n, d) if n else 0}, 0)')
        if d < 0:
            n, d = -n, -d
        g = _math.gcd(n, d)
        return Fraction._made(n // g, d // g)

    def _floordiv(self, other):
        return self._numerator * other._denominator // (self._denominator * other._numerator)

    def _divmod(self, other):
        q, n = divmod(self._numerator * other._denominator, self._denominator * other._numerator)
        return q, Fraction(n, self._denominator * other._denominator)

    def _mod(self, other):
        n = self._numerator * other._denominator % (self._denominator * other._numerator)
        return Fraction(n, self._denominator * other._denominator)

    def _forward(name, exact, plain, with_complex=True):
        def method(self, other):
            if isinstance(other, Fraction):
                return exact(self, other)
            if isinstance(other, int):
                return exact(self, Fraction._made(int(other), 1))
            if isinstance(other, float):
                return plain(float(self), other)
            if with_complex and isinstance(other, complex):
                return plain(complex(float(self)), other)
            return NotImplemented

        def reflected(self, other):
            if isinstance(other, _numbers.Rational):
                return exact(Fraction(other), self)
            if isinstance(other, _numbers.Real):
                return plain(float(other), float(self))
            if with_complex and isinstance(other, _numbers.Complex):
                return plain(complex(other), complex(float(self)))
            return NotImplemented

        for made, prefix in (method, '__'), (reflected, '__r'):
            made.__name__ = f'{prefix}{name}__'
            made.__qualname__ = f'Fraction.{made.__name__}'
        return method, reflected

    __add__, __radd__ = _forward('add', _add, lambda a, b: a + b)
    __sub__, __rsub__ = _forward('sub', _sub, lambda a, b: a - b)
    __mul__, __rmul__ = _forward('mul', _mul, lambda a, b: a * b)
    __truediv__, __rtruediv__ = _forward('truediv', _div, lambda a, b: a / b)
    __floordiv__, __rfloordiv__ = _forward('floordiv', _floordiv, lambda a, b: a // b, False)
    __divmod__, __rdivmod__ = _forward('divmod', _divmod, divmod, False)
    __mod__, __rmod__ = _forward('mod', _mod, lambda a, b: a % b, False)
    del _forward

    def __pow__(self, exponent):
        if not isinstance(exponent, _numbers.Rational):
            return float(self) ** exponent if isinstance(exponent, (float, complex)) else NotImplemented
        if exponent.denominator != 1:
            return float(self) ** float(exponent)
        power, n, d = exponent.numerator, self._numerator, self._denominator
        if power >= 0:
            return Fraction._made(n ** power, d ** power)
        if n > 0:
            return Fraction._made(d ** -power, n ** -power)
        if n == 0:
            raise ZeroDivisionError(f'Fraction({d ** -power}, 0)')
        return Fraction._made((-d) ** -power, (-n) ** -power)

    def __rpow__(self, base):
        if self._denominator == 1 and self._numerator >= 0:
            return base ** self._numerator
        if isinstance(base, _numbers.Rational):
            return Fraction(base.numerator, base.denominator) ** self
        if self._denominator == 1:
            return base ** self._numerator
        return base ** float(self)

    def __pos__(self):
        return Fraction._made(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction._made(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._made(abs(self._numerator), self._denominator)

    def __int__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    __trunc__ = __int__

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            negative, whole = _to_tens(self._numerator, self._denominator, 0)
            return -whole if negative else whole
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _MODULUS)
        except ValueError:
            found = _INFINITE
        else:
            found = hash(hash(abs(self._numerator)) * inverse)
        found = found if self._numerator >= 0 else -found
        return -2 if found == -1 else found

    def __eq__(self, other):
        if isinstance(other, _numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return 0.0 == other
            return self == self.from_float(other)
        return NotImplemented

    def _ordered(self, other, holds):
        if isinstance(other, _numbers.Rational):
            return holds(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return holds(0.0, other)
            return holds(self, self.from_float(other))
        return NotImplemented

    def __lt__(self, other):
        return self._ordered(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._ordered(other, lambda a, b: a > b)

    def __le__(self, other):
        return self._ordered(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._ordered(other, lambda a, b: a >= b)

    def __bool__(self):
        return self._numerator != 0

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
