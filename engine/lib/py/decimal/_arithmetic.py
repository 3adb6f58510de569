"""Arithmetic of decimals in a context, and the rounding of its results."""

from decimal import _compute
from decimal._compute import ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN
from decimal._context import (Clamped, DivisionByZero, Inexact, InvalidOperation,
                              DivisionImpossible as _DivisionImpossible, DivisionUndefined as _DivisionUndefined,
                              Overflow, Rounded, Subnormal, Underflow)

Decimal = None  # decimal's own class, which is made of what follows


def know(cls):
    global Decimal
    Decimal = cls


class Arithmetic:
    __slots__ = ()

    def _add(self, other, ctx):
        nan = self._nan_of(ctx, self, other)
        if nan is not None:
            return nan
        if self._kind or other._kind:
            if self._kind and other._kind and self._sign != other._sign:
                return self._invalid(ctx)
            return self if self._kind else other
        exponent = min(self._exp, other._exp)
        far = max(self, other, key=Decimal.adjusted) if self._int and other._int else self
        near = other if far is self else self
        if self._int and other._int and far.adjusted() - near.adjusted() > 2 * ctx.prec + 5 \
                and far._exp > near._exp:  # the other is felt in the rounding only
            exponent = min(far._exp, far.adjusted() - ctx.prec - 3)
            near = Decimal._made(near._sign, 1, exponent)
        a = (-far._int if far._sign else far._int) * 10 ** (far._exp - exponent)
        b = (-near._int if near._sign else near._int) * 10 ** (near._exp - exponent)
        total = a + b
        sign = int(total < 0)
        if total == 0:
            sign = self._sign if self._sign == other._sign else int(ctx.rounding == ROUND_FLOOR)
        return finished(sign, abs(total), exponent, ctx)

    def _subtract(self, other, ctx):
        nan = self._nan_of(ctx, self, other)
        return nan if nan is not None else self._add(other.copy_negate(), ctx)

    def _multiply(self, other, ctx):
        nan = self._nan_of(ctx, self, other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            if not (self._kind or self._int) or not (other._kind or other._int):
                return self._invalid(ctx)
            return Decimal._made(sign, 0, 0, 'F')
        return finished(sign, self._int * other._int, self._exp + other._exp, ctx)

    def _divide(self, other, ctx):
        nan = self._nan_of(ctx, self, other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind:
            return self._invalid(ctx) if other._kind else Decimal._made(sign, 0, 0, 'F')
        if other._kind:
            ctx.signal(Clamped)
            return Decimal._made(sign, 0, ctx.Etiny())
        if not other._int:
            if not self._int:
                return self._invalid(ctx, _DivisionUndefined)
            ctx.signal(DivisionByZero)
            return Decimal._made(sign, 0, 0, 'F')
        ideal = self._exp - other._exp
        if not self._int:
            return finished(sign, 0, ideal, ctx)
        q, shift, exact = _compute.quotient(self._int, other._int, ctx.prec)
        return finished(sign, *_stripped(q, ideal + shift, ideal, exact), ctx)

    def _whole_division(self, other, ctx):
        """(quotient, remainder) of two finite numbers, the second not 0; None: too many digits."""
        exponent = min(self._exp, other._exp)
        if self.adjusted() - other.adjusted() > ctx.prec + 1:
            return None
        a, b = self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent)
        q, r = divmod(a, b)
        if q >= 10 ** ctx.prec:
            return None
        return (Decimal._made(self._sign ^ other._sign, q, 0), Decimal._made(self._sign, r, exponent))

    def _divmod(self, other, ctx):
        nan = self._nan_of(ctx, self, other)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._kind:
            return (self._invalid(ctx), Decimal._made(0, 0, 0, 'n')) if other._kind \
                else (Decimal._made(sign, 0, 0, 'F'), self._invalid(ctx))
        if other._kind:
            return Decimal._made(sign, 0, 0), self._rounded_in(ctx)
        if not other._int:
            if not self._int:
                undefined = self._invalid(ctx, _DivisionUndefined)
                return undefined, undefined
            ctx.signal(DivisionByZero, InvalidOperation)
            return Decimal._made(sign, 0, 0, 'F'), Decimal._made(0, 0, 0, 'n')
        both = self._whole_division(other, ctx)
        if both is None:
            nan = self._invalid(ctx, _DivisionImpossible)
            return nan, nan
        return both[0], both[1]._rounded_in(ctx)

    def _divide_int(self, other, ctx):
        nan = self._nan_of(ctx, self, other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind:
            return self._invalid(ctx) if other._kind else Decimal._made(sign, 0, 0, 'F')
        if other._kind:
            return Decimal._made(sign, 0, 0)
        if not other._int:
            if not self._int:
                return self._invalid(ctx, _DivisionUndefined)
            ctx.signal(DivisionByZero)
            return Decimal._made(sign, 0, 0, 'F')
        both = self._whole_division(other, ctx)
        return both[0] if both else self._invalid(ctx, _DivisionImpossible)

    def _remainder(self, other, ctx):
        nan = self._nan_of(ctx, self, other)
        if nan is not None:
            return nan
        if self._kind:
            return self._invalid(ctx)
        if other._kind:
            return self._rounded_in(ctx)
        if not other._int:
            return self._invalid(ctx, InvalidOperation if self._int else _DivisionUndefined)
        both = self._whole_division(other, ctx)
        return both[1]._rounded_in(ctx) if both else self._invalid(ctx, _DivisionImpossible)

    def _remainder_near(self, other, ctx):
        nan = self._nan_of(ctx, self, other)
        if nan is not None:
            return nan
        if self._kind:
            return self._invalid(ctx)
        if other._kind:
            return self._rounded_in(ctx)
        if not other._int:
            return self._invalid(ctx, InvalidOperation if self._int else _DivisionUndefined)
        both = self._whole_division(other, ctx)
        if both is None:
            return self._invalid(ctx, _DivisionImpossible)
        q, r = both
        exponent = r._exp
        unit = other._int * 10 ** (other._exp - exponent)
        rest, sign = r._int, r._sign
        if 2 * rest > unit or (2 * rest == unit and q._int & 1):
            rest, sign = unit - rest, 1 - sign
        return finished(sign, rest, exponent, ctx)

    def _power(self, other, ctx):
        nan = self._nan_of(ctx, self, other)
        if nan is not None:
            return nan
        whole = not other._kind and other == other.to_integral_value()
        if not other._kind and not other._int:
            return Decimal._made(0, 1, 0) if self._kind or self._int else self._invalid(ctx)
        negative = self._sign and (self._kind or self._int)
        if negative and not whole and not (other._kind and self._kind):
            return self._invalid(ctx)
        sign = int(bool(self._sign and whole and int(other) & 1))
        if self._kind or not self._int:
            grows = bool(self._kind) != bool(other._sign)
            if not self._kind and other._sign:
                if not other._kind:
                    ctx.signal(DivisionByZero)
            return Decimal._made(sign, 0, 0, 'F') if grows else Decimal._made(sign, 0, 0)
        size = self.copy_abs()
        if other._kind:
            if size == 1:
                return finished(0, 10 ** (ctx.prec - 1), 1 - ctx.prec, ctx)
            return Decimal._made(0, 0, 0) if (size > 1) == bool(other._sign) else Decimal._made(0, 0, 0, 'F')
        if whole and _compute.digits_of(self._int) * abs(int(other)) < 40 * ctx.prec + 4000:
            n = abs(int(other))
            power, exponent = self._int ** n, self._exp * n
            if not other._sign:
                return finished(sign, power, exponent, ctx)
            q, shift, exact = _compute.quotient(1, power, ctx.prec)
            return finished(sign, *_stripped(q, shift - exponent, -exponent, exact), ctx)
        if size == 1:
            return finished(sign, 10 ** (ctx.prec - 1), 1 - ctx.prec, ctx)
        digits = ctx.prec + max(other.adjusted(), 0) + 10
        log_sign, log, log_exp = _compute.ln(size._int, size._exp, digits + 10)
        product, exponent = log * other._int, log_exp + other._exp
        if _compute.digits_of(product) + exponent > len(str(ctx.Emax)) + 3:
            upward = log_sign == other._sign
            return finished(sign, 1, ctx.Emax + 1 if upward else ctx.Etiny() - 1, ctx)
        found, found_exp = _compute.exp(log_sign ^ other._sign, product, exponent, ctx.prec + 5)
        ctx.signal(Inexact, Rounded)
        return finished(sign, found, found_exp, ctx)

    def _square_root(self, ctx):
        nan = self._nan_of(ctx, self)
        if nan is not None:
            return nan
        if self._sign and (self._kind or self._int):
            return self._invalid(ctx)
        if self._kind:
            return self
        if not self._int:
            return finished(self._sign, 0, self._exp >> 1, ctx)
        found, exponent, exact = _compute.root(self._int, self._exp, ctx.prec)
        nearest = ctx.copy()
        nearest.rounding, nearest.flags, nearest.traps = ROUND_HALF_EVEN, ctx.flags, ctx.traps
        result = finished(0, *_stripped(found, exponent, self._exp >> 1, exact), nearest)
        ctx.flags.update({s: True for s, on in nearest.flags.items() if on})
        return result

    def _by_series(self, ctx, compute):
        found = compute(ctx.prec + 5)
        nearest = ctx.copy()
        nearest.rounding = ROUND_HALF_EVEN
        result = finished(*found, nearest)
        ctx.flags.update({s: True for s, on in nearest.flags.items() if on})
        return result

    def _exp_in(self, ctx):
        nan = self._nan_of(ctx, self)
        if nan is not None:
            return nan
        if self._kind:
            return Decimal._made(0, 0, 0) if self._sign else self
        if not self._int:
            return Decimal._made(0, 1, 0)
        if self.adjusted() > len(str(ctx.Emax)) + 2:
            return finished(0, 1, ctx.Etiny() - 1 if self._sign else ctx.Emax + 1, ctx)
        return self._by_series(ctx, lambda digits: (0, *_compute.exp(self._sign, self._int, self._exp, digits)))

    def _ln_in(self, ctx, compute=_compute.ln):
        nan = self._nan_of(ctx, self)
        if nan is not None:
            return nan
        if not self._kind and not self._int:
            return Decimal._made(1, 0, 0, 'F')
        if self._sign:
            return self._invalid(ctx)
        if self._kind:
            return self
        if self == 1:
            return Decimal._made(0, 0, 0)
        digits = str(self._int).rstrip('0')
        if compute is _compute.log10 and digits == '1':
            return Decimal(self.adjusted())._rounded_in(ctx)
        extra = max(-(self - 1).adjusted(), 0)
        return self._by_series(ctx, lambda count: compute(self._int, self._exp, count + extra))

    def _log10_in(self, ctx):
        return self._ln_in(ctx, _compute.log10)


def _stripped(coefficient, exponent, ideal, exact):
    """An exact result gets as near to its ideal exponent as zeros at its end allow."""
    while exact and exponent < ideal and coefficient % 10 == 0:
        coefficient //= 10
        exponent += 1
    return coefficient, exponent


def _too_large(sign, ctx):
    ctx.signal(Overflow, Inexact, Rounded)
    if ctx.rounding in (ROUND_DOWN, ROUND_05UP) or ctx.rounding == (ROUND_CEILING if sign else ROUND_FLOOR):
        return Decimal._made(sign, 10 ** ctx.prec - 1, ctx.Etop())
    return Decimal._made(sign, 0, 0, 'F')


def finished(sign, coefficient, exponent, ctx):
    """The result of an operation: rounded to the precision, within the limits of the exponent."""
    tiny, top = ctx.Etiny(), ctx.Etop()
    if not coefficient:
        kept = min(max(exponent, tiny), top if ctx.clamp else ctx.Emax)
        if kept != exponent:
            ctx.signal(Clamped)
        return Decimal._made(sign, 0, kept)
    size = _compute.digits_of(coefficient)
    if exponent + size - 1 > ctx.Emax:
        return _too_large(sign, ctx)
    least = max(exponent + size - ctx.prec, tiny)
    subnormal = exponent + size - 1 < ctx.Emin
    told = [Subnormal] if subnormal else []
    if exponent < least:
        coefficient, inexact = _compute.dropped(sign, coefficient, least - exponent, ctx.rounding)
        exponent = least
        if coefficient == 10 ** ctx.prec:
            coefficient //= 10
            exponent += 1
            if exponent > top:
                return _too_large(sign, ctx)
        told += [Rounded] + [Inexact] * inexact + [Underflow] * (inexact and subnormal) + [Clamped] * (not coefficient)
    if ctx.clamp and exponent > top:
        told.append(Clamped)
        coefficient *= 10 ** (exponent - top)
        exponent = top
    if told:
        ctx.signal(*told)
    return Decimal._made(sign, coefficient, exponent)
