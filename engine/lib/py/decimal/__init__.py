"""Decimal floating point. Numbers are kept as sign, coefficient and exponent."""

import math as _math
import numbers as _numbers
import re as _re
from collections import namedtuple as _namedtuple
from types import _name_in_full

from decimal import _compute, _digits
from decimal._compute import (ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
                              ROUND_HALF_UP, ROUND_UP)
from decimal._arithmetic import Arithmetic as _Arithmetic, finished as _finished, know as _know
from decimal._context import (BasicContext, Clamped, Context, ConversionSyntax as _ConversionSyntax, DecimalException,
                              DefaultContext, DivisionByZero, ExtendedContext, FloatOperation, Inexact,
                              InvalidOperation, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, Overflow, Rounded, Subnormal,
                              Underflow, getcontext, localcontext, setcontext)
from decimal._format import format_decimal as _format_decimal

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext',
           'DecimalException', 'Clamped', 'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal',
           'Overflow', 'Underflow', 'FloatOperation', 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING',
           'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext',
           'MAX_PREC', 'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR']

HAVE_THREADS = HAVE_CONTEXTVAR = True
DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
_TEXT = _re.compile(r'(?P<sign>[-+]?)(?:(?=\d|\.\d)(?P<whole>\d*)(?:\.(?P<part>\d*))?(?:[eE](?P<exp>[-+]?\d+))?'
                    r'|(?P<inf>inf(?:inity)?)|(?P<quiet>s?)nan(?P<diag>\d*))\Z', _re.IGNORECASE)
_MODULUS = 2 ** 61 - 1
_INVERSE = pow(10, -1, _MODULUS)


class Decimal(_Arithmetic):
    __slots__ = ('_sign', '_int', '_exp', '_kind')  # kind: '' a number, F infinite, n a NaN, N a signaling one

    def __new__(cls, value='0', context=None):
        if context is not None and not isinstance(context, Context):
            raise TypeError('optional argument must be a context')
        if isinstance(value, str):
            return cls._from_text(value, context or getcontext())
        if isinstance(value, Decimal):
            return value if type(value) is cls is Decimal else cls._made(value._sign, value._int, value._exp, value._kind)
        if isinstance(value, int):
            return cls._made(int(value < 0), abs(int(value)), 0)
        if isinstance(value, (tuple, list)):
            return cls._from_parts(value)
        if isinstance(value, float):
            (context or getcontext()).signal(FloatOperation)
            return cls.from_float(value)
        raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')

    @classmethod
    def _made(cls, sign, coefficient, exponent, kind=''):
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._kind = sign, coefficient, exponent, kind
        return self

    @classmethod
    def _from_text(cls, text, context):
        found = _TEXT.match(text.strip().replace('_', ''))
        if not found:
            context.signal(_ConversionSyntax)
            return cls._made(0, 0, 0, 'n')
        sign = int(found['sign'] == '-')
        if found['inf']:
            return cls._made(sign, 0, 0, 'F')
        if found['whole'] is None:
            return cls._made(sign, int(found['diag'] or 0), 0, 'N' if found['quiet'] else 'n')
        part = found['part'] or ''
        return cls._made(sign, int((found['whole'] + part) or '0'), int(found['exp'] or 0) - len(part))

    @classmethod
    def _from_parts(cls, parts):
        if len(parts) != 3:
            raise ValueError('argument must be a sequence of length 3')
        sign, digits, exponent = parts
        if sign not in (0, 1):
            raise ValueError('sign must be an integer with the value 0 or 1')
        if any(type(d) is not int or not 0 <= d <= 9 for d in digits):
            raise ValueError('coefficient must be a tuple of digits')
        coefficient = int(''.join(map(str, digits)) or '0')
        if exponent in ('F', 'n', 'N'):
            return cls._made(sign, 0 if exponent == 'F' else coefficient, 0, exponent)
        if not isinstance(exponent, int):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        return cls._made(sign, coefficient, exponent)

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('argument must be int or float')
        sign = int(_math.copysign(1, f) < 0)
        if _math.isinf(f) or _math.isnan(f):
            return cls._made(sign, 0, 0, 'F' if _math.isinf(f) else 'n')
        n, d = abs(f).as_integer_ratio()
        halvings = d.bit_length() - 1
        return cls._made(sign, n * 5 ** halvings, -halvings)

    # ---- results ----

    def _rounded_in(self, ctx):
        if self._kind:
            return self._nan_in(ctx) if self._kind == 'N' else self
        return _finished(self._sign, self._int, self._exp, ctx)

    def _nan_in(self, ctx):
        ctx.signal(InvalidOperation)
        return Decimal._made(self._sign, self._int, 0, 'n')

    @staticmethod
    def _invalid(ctx, condition=InvalidOperation):
        ctx.signal(condition)
        return Decimal._made(0, 0, 0, 'n')

    @staticmethod
    def _nan_of(ctx, *numbers):
        for kind in 'Nn':
            for one in numbers:
                if one._kind == kind:
                    return one._nan_in(ctx) if kind == 'N' else one
        return None

    # ---- operators ----

    def _operator(name, method):
        def forward(self, other, /):
            other = _number(other)
            return NotImplemented if other is None else method(self, other, getcontext())

        def reflected(self, other, /):
            other = _number(other)
            return NotImplemented if other is None else method(other, self, getcontext())

        forward.__name__, reflected.__name__ = f'__{name}__', f'__r{name}__'
        forward.__qualname__, reflected.__qualname__ = f'Decimal.__{name}__', f'Decimal.__r{name}__'
        return forward, reflected

    __add__, __radd__ = _operator('add', _Arithmetic._add)
    __sub__, __rsub__ = _operator('sub', _Arithmetic._subtract)
    __mul__, __rmul__ = _operator('mul', _Arithmetic._multiply)
    __truediv__, __rtruediv__ = _operator('truediv', _Arithmetic._divide)
    __floordiv__, __rfloordiv__ = _operator('floordiv', _Arithmetic._divide_int)
    __mod__, __rmod__ = _operator('mod', _Arithmetic._remainder)
    __divmod__, __rdivmod__ = _operator('divmod', _Arithmetic._divmod)
    del _operator

    def __pow__(self, other, modulo=None, /):
        other = _number(other)
        if other is None:
            return NotImplemented
        if modulo is None:
            return self._power(other, getcontext())
        modulo = _number(modulo)
        numbers = (self, other, modulo)
        if any(n is None or n._kind or n != n.to_integral_value() for n in numbers) or other._sign or not modulo._int:
            return self._invalid(getcontext())
        found = pow(abs(int(self)), int(other), abs(int(modulo)))
        return Decimal._made(self._sign & int(other) & 1, found, 0)

    def __rpow__(self, other, /):
        other = _number(other)
        return NotImplemented if other is None else other._power(self, getcontext())

    def _plus(self, ctx):
        if not self._kind and not self._int and self._sign and ctx.rounding != ROUND_FLOOR:
            return self.copy_abs()._rounded_in(ctx)
        return self._rounded_in(ctx)

    def __pos__(self):
        return self._plus(getcontext())

    def __neg__(self):
        return self.copy_negate()._plus(getcontext())

    def __abs__(self):
        return self.copy_abs()._rounded_in(getcontext())

    # ---- comparing ----

    def _order(self, other):
        # -1, 0, 1; neither is a NaN
        a, b = _sign_of(self), _sign_of(other)
        if a != b or a == 0:
            return (a > b) - (a < b)
        if self._kind or other._kind:
            return 0 if self._kind and other._kind else a if self._kind else -a
        if self.adjusted() != other.adjusted():
            return a if self.adjusted() > other.adjusted() else -a
        low = min(self._exp, other._exp)
        x, y = self._int * 10 ** (self._exp - low), other._int * 10 ** (other._exp - low)
        return a * ((x > y) - (x < y))

    @staticmethod
    def _comparable(other, equality):
        if isinstance(other, Decimal):
            return other
        if isinstance(other, int):
            return Decimal(other)
        if isinstance(other, complex) and equality and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            ctx = getcontext()
            ctx.flags[FloatOperation] = True
            if not equality and ctx.traps[FloatOperation]:
                ctx.signal(FloatOperation)
            return Decimal.from_float(other)
        if isinstance(other, _numbers.Rational):
            return other
        return None

    def __eq__(self, other, /):
        other = self._comparable(other, True)
        if other is None:
            return NotImplemented
        if not isinstance(other, Decimal):
            return not self._kind and self.as_integer_ratio() == (other.numerator, other.denominator)
        if self._kind in ('n', 'N') or other._kind in ('n', 'N'):
            if 'N' in (self._kind, other._kind):
                getcontext().signal(InvalidOperation)
            return False
        return self._order(other) == 0

    def _ordered(self, other, holds):
        other = self._comparable(other, False)
        if other is None:
            return NotImplemented
        if not isinstance(other, Decimal):
            if self._kind:
                other = Decimal(other.numerator)
            else:
                n, d = self.as_integer_ratio()
                left, right = n * other.denominator, other.numerator * d
                return holds((left > right) - (left < right))
        if self._kind in ('n', 'N') or other._kind in ('n', 'N'):
            getcontext().signal(InvalidOperation)
            return False
        return holds(self._order(other))

    def __lt__(self, other, /):
        return self._ordered(other, lambda order: order < 0)

    def __le__(self, other, /):
        return self._ordered(other, lambda order: order <= 0)

    def __gt__(self, other, /):
        return self._ordered(other, lambda order: order > 0)

    def __ge__(self, other, /):
        return self._ordered(other, lambda order: order >= 0)

    def __bool__(self):
        return bool(self._kind or self._int)

    def __hash__(self):
        if self._kind == 'N':
            raise TypeError('Cannot hash a signaling NaN value')
        if self._kind == 'n':
            return object.__hash__(self)
        if self._kind:
            return -314159 if self._sign else 314159
        found = self._int * pow(10 if self._exp >= 0 else _INVERSE, abs(self._exp), _MODULUS) % _MODULUS
        found = -found if self._sign else found
        return -2 if found == -1 else found

    def _compare(self, other, ctx):
        nan = self._nan_of(ctx, self, other)
        return Decimal(self._order(other)) if nan is None else nan

    def _compare_signal(self, other, ctx):
        if self.is_nan() or other.is_nan():
            return self._invalid(ctx)
        return Decimal(self._order(other))

    def _compare_total(self, other, ctx=None):
        def rank(x):
            size = {'': 0, 'F': 0, 'N': 1, 'n': 2}[x._kind]
            return -size if x._sign else size

        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        a, b = rank(self), rank(other)
        if a == b == 0:
            a, b = self._order(other), 0
            if a == 0 and not self._kind:
                a, b = self._exp, other._exp
                if self._sign:
                    a, b = b, a
        elif a == b:
            a, b = (self._int, other._int) if not self._sign else (other._int, self._int)
        return Decimal((a > b) - (a < b))

    def _pick(self, other, ctx, largest, by_size=False):
        if self._kind == 'n' and other._kind != 'n' and other._kind != 'N':
            return other._rounded_in(ctx)
        if other._kind == 'n' and self._kind not in ('n', 'N'):
            return self._rounded_in(ctx)
        nan = self._nan_of(ctx, self, other)
        if nan is not None:
            return nan
        a, b = (self.copy_abs(), other.copy_abs()) if by_size else (self, other)
        order = a._order(b) or self._order(other) or int(self._compare_total(other))
        return (self if (order > 0) == largest else other)._rounded_in(ctx)

    def _max(self, other, ctx):
        return self._pick(other, ctx, True)

    def _min(self, other, ctx):
        return self._pick(other, ctx, False)

    def _max_mag(self, other, ctx):
        return self._pick(other, ctx, True, True)

    def _min_mag(self, other, ctx):
        return self._pick(other, ctx, False, True)

    # ---- conversions ----

    def __int__(self):
        if self._kind:
            if self._kind == 'F':
                raise OverflowError('cannot convert Infinity to integer')
            raise ValueError('cannot convert NaN to integer')
        found = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -found if self._sign else found

    __trunc__ = __int__

    def __float__(self):
        if self._kind == 'N':
            raise ValueError('cannot convert signaling NaN to float')
        return float(str(self)) if self._kind != 'n' else float('-nan' if self._sign else 'nan')

    def __complex__(self):
        return complex(float(self))

    def _to_int(self, rounding):
        if self._kind:
            return int(self)
        found, _ = _compute.dropped(self._sign, self._int, -self._exp, rounding)
        return -found if self._sign else found

    def __floor__(self):
        return self._to_int(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_int(ROUND_CEILING)

    def __round__(self, ndigits=None, /):
        if ndigits is None:
            return self._to_int(ROUND_HALF_EVEN)
        if not isinstance(ndigits, int):
            raise TypeError('optional arg must be an integer')
        return self.quantize(Decimal._made(0, 1, -ndigits), ROUND_HALF_EVEN)

    def as_integer_ratio(self):
        if self._kind:
            if self._kind == 'F':
                raise OverflowError('cannot convert Infinity to integer ratio')
            raise ValueError('cannot convert NaN to integer ratio')
        n, d = (self._int * 10 ** self._exp, 1) if self._exp >= 0 else (self._int, 10 ** -self._exp)
        common = _math.gcd(n, d)
        return (-n if self._sign else n) // common, d // common

    def as_tuple(self):
        digits = () if self._kind in ('n', 'N') and not self._int else tuple(map(int, str(self._int)))
        return DecimalTuple(self._sign, digits, self._kind or self._exp)

    def _text(self, capitals, engineering=False):
        sign = '-' if self._sign else ''
        if self._kind:
            name = {'F': 'Infinity', 'n': 'NaN', 'N': 'sNaN'}[self._kind]
            return f'{sign}{name}{self._int or ""}'
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not engineering:
            point = 1
        else:
            point = (left + 1) % 3 - 1 if not self._int else (left - 1) % 3 + 1
        if point <= 0:
            whole, part = '0', '.' + '0' * -point + digits
        elif point >= len(digits):
            whole, part = digits + '0' * (point - len(digits)), ''
        else:
            whole, part = digits[:point], '.' + digits[point:]
        exponent = f'{"E" if capitals else "e"}{left - point:+d}' if left != point else ''
        return sign + whole + part + exponent

    def __str__(self):
        return self._text(getcontext().capitals)

    def __repr__(self):
        return f"Decimal('{self}')"

    def to_eng_string(self, context=None):
        return self._text((context or getcontext()).capitals, True)

    def __format__(self, format_spec, /):
        return _format_decimal(self, format_spec, getcontext())

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    # ---- digits and exponents ----

    def adjusted(self):
        return 0 if self._kind else self._exp + _compute.digits_of(self._int) - 1

    def _quantize(self, exp, ctx, rounding=None):
        nan = self._nan_of(ctx, self, exp)
        if nan is not None:
            return nan
        if self._kind or exp._kind:
            return self if self._kind and exp._kind else self._invalid(ctx)
        if not ctx.Etiny() <= exp._exp <= ctx.Emax:
            return self._invalid(ctx)
        if self._int and self.adjusted() - exp._exp + 1 > ctx.prec:
            return self._invalid(ctx)
        found, inexact = _compute.dropped(self._sign, self._int, exp._exp - self._exp, rounding or ctx.rounding)
        result = Decimal._made(self._sign, found, exp._exp)
        if _compute.digits_of(found) > ctx.prec or result.adjusted() > ctx.Emax:
            return self._invalid(ctx)
        if exp._exp > self._exp:
            ctx.signal(*((Inexact, Rounded) if inexact else (Rounded,)))
        return result

    def quantize(self, exp, rounding=None, context=None):
        exp = _needed(exp)
        ctx = context or getcontext()
        if rounding is not None:
            probe = ctx.copy()
            probe.rounding = rounding
        return self._quantize(exp, ctx, rounding)

    def _integral(self, ctx, rounding=None, exact=False):
        nan = self._nan_of(ctx, self)
        if nan is not None:
            return nan
        if self._kind or self._exp >= 0:
            return self
        found, inexact = _compute.dropped(self._sign, self._int, -self._exp, rounding or ctx.rounding)
        if exact:
            ctx.signal(*((Inexact, Rounded) if inexact else (Rounded,)))
        return Decimal._made(self._sign, found, 0)

    def to_integral_value(self, rounding=None, context=None):
        return self._integral(context or getcontext(), rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        return self._integral(context or getcontext(), rounding, True)

    def _normalize(self, ctx):
        found = self._plus(ctx) if self._int or self._kind else self
        if found._kind:
            return found
        if not found._int:
            return Decimal._made(found._sign, 0, 0)
        digits = str(found._int).rstrip('0')
        return Decimal._made(found._sign, int(digits), found._exp + _compute.digits_of(found._int) - len(digits))

    def _next(self, ctx, rounding):
        nan = self._nan_of(ctx, self)
        if nan is not None:
            return nan
        up = rounding == ROUND_CEILING
        if self._kind:
            if bool(self._sign) != up:
                return self
            return Decimal._made(self._sign, 10 ** ctx.prec - 1, ctx.Etop())
        quiet = ctx.copy()
        quiet.clear_traps()
        quiet.rounding = rounding
        nearest = self._plus(quiet)
        if nearest != self:
            return nearest
        return self._add(Decimal._made(int(not up), 1, ctx.Etiny() - 1), quiet)

    def _next_plus(self, ctx):
        return self._next(ctx, ROUND_CEILING)

    def _next_minus(self, ctx):
        return self._next(ctx, ROUND_FLOOR)

    def _scaleb(self, other, ctx):
        nan = self._nan_of(ctx, self, other)
        if nan is not None:
            return nan
        if other._kind or other._exp != 0 or abs(int(other)) > 2 * (ctx.Emax + ctx.prec):
            return self._invalid(ctx)
        return self if self._kind else _finished(self._sign, self._int, self._exp + int(other), ctx)

    def _logb(self, ctx):
        nan = self._nan_of(ctx, self)
        if nan is not None:
            return nan
        if self._kind:
            return Decimal._made(0, 0, 0, 'F')
        if not self._int:
            ctx.signal(DivisionByZero)
            return Decimal._made(1, 0, 0, 'F')
        return Decimal(self.adjusted())

    def _fma(self, other, third, ctx):
        nan = self._nan_of(ctx, self, other, third)
        if nan is not None:
            return nan
        if self._kind or other._kind:
            product = self._multiply(other, ctx)
            return product if product._kind == 'n' else product._add(third, ctx)
        return Decimal._made(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)._add(third, ctx)

    def fma(self, other, third, context=None):
        return self._fma(_needed(other), _needed(third), context or getcontext())

    def _named(name, inner, others):
        if others:
            def method(self, other, context=None):
                return inner(self, _needed(other), context or getcontext())
        else:
            def method(self, context=None):
                return inner(self, context or getcontext())
        method.__name__, method.__qualname__ = name, f'Decimal.{name}'
        return method

    compare, compare_signal = _named('compare', _compare, 1), _named('compare_signal', _compare_signal, 1)
    compare_total, remainder_near = _named('compare_total', _compare_total, 1), _named('remainder_near', _Arithmetic._remainder_near, 1)
    max, min = _named('max', _max, 1), _named('min', _min, 1)
    max_mag, min_mag, scaleb = _named('max_mag', _max_mag, 1), _named('min_mag', _min_mag, 1), _named('scaleb', _scaleb, 1)
    sqrt, exp, ln = _named('sqrt', _Arithmetic._square_root, 0), _named('exp', _Arithmetic._exp_in, 0), _named('ln', _Arithmetic._ln_in, 0)
    log10, normalize, logb = _named('log10', _Arithmetic._log10_in, 0), _named('normalize', _normalize, 0), _named('logb', _logb, 0)
    next_plus, next_minus = _named('next_plus', _next_plus, 0), _named('next_minus', _next_minus, 0)
    rotate, shift = _named('rotate', _digits.rotate, 1), _named('shift', _digits.shift, 1)
    next_toward, logical_and = _named('next_toward', _digits.next_toward, 1), _named('logical_and', _digits.logical_and, 1)
    logical_or, logical_xor = _named('logical_or', _digits.logical_or, 1), _named('logical_xor', _digits.logical_xor, 1)
    logical_invert = _named('logical_invert', _digits.logical_invert, 0)
    del _named

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_needed(other).copy_abs(), context)

    def same_quantum(self, other, context=None):
        other = _needed(other)
        if self._kind or other._kind:
            return self.is_nan() and other.is_nan() or self._kind == other._kind == 'F'
        return self._exp == other._exp

    def copy_abs(self):
        return Decimal._made(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        return Decimal._made(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return Decimal._made(_needed(other)._sign, self._int, self._exp, self._kind)

    def canonical(self):
        return self

    def conjugate(self):
        return self

    def radix(self):
        return Decimal(10)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def is_canonical(self):
        return True

    def is_finite(self):
        return not self._kind

    def is_infinite(self):
        return self._kind == 'F'

    def is_nan(self):
        return self._kind in ('n', 'N')

    def is_qnan(self):
        return self._kind == 'n'

    def is_snan(self):
        return self._kind == 'N'

    def is_signed(self):
        return bool(self._sign)

    def is_zero(self):
        return not self._kind and not self._int

    def is_normal(self, context=None):
        return not self._kind and self._int != 0 and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return not self._kind and self._int != 0 and self.adjusted() < (context or getcontext()).Emin

    def number_class(self, context=None):
        if self._kind in ('n', 'N'):
            return 'NaN' if self._kind == 'n' else 'sNaN'
        name = 'Infinity' if self._kind else 'Zero' if not self._int else \
            'Subnormal' if self.is_subnormal(context) else 'Normal'
        return ('-' if self._sign else '+') + name

    @staticmethod
    def _in_context(ctx, name, first, *others):
        special = {'minus': lambda: first.copy_negate()._plus(ctx), 'abs': lambda: first.copy_abs()._rounded_in(ctx),
                   'to_sci_string': lambda: first._text(ctx.capitals), 'plus': lambda: first._plus(ctx)}
        if name in special:
            return special[name]()
        inner = getattr(first, _INNER.get(name, '_' + name), None)
        if inner is not None:
            return inner(*others, ctx)
        method = getattr(first, name)
        plain = name.startswith(('copy_', 'is_')) and name not in ('is_normal', 'is_subnormal')
        return method(*others) if plain else method(*others, context=ctx)


_INNER = {'sqrt': '_square_root', 'exp': '_exp_in', 'ln': '_ln_in', 'log10': '_log10_in'}


def _sign_of(x):
    return 0 if not x else -1 if x._sign else 1


def _number(other):
    if isinstance(other, Decimal):
        return other
    return Decimal(other) if isinstance(other, int) else None


def _needed(other):
    number = _number(other)
    if number is None:
        raise TypeError(f'conversion from {type(other).__name__} to Decimal is not supported')
    return number


_know(Decimal)
_name_in_full(Decimal)
_numbers.Number.register(Decimal)
