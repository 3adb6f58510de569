"""Operations on the digits of a coefficient: shifts, rotations and logic on digits that are 0 or 1."""

from decimal._context import Clamped, Inexact, InvalidOperation, Overflow, Rounded, Subnormal, Underflow


def _places(other, ctx):
    """By how many digits to move; None: not a whole number within the precision."""
    if other._kind or other._exp != 0 or other._int > ctx.prec:
        return None
    return -other._int if other._sign else other._int


def _moved(self, other, ctx, move):
    nan = self._nan_of(ctx, self, other)
    if nan is not None:
        return nan
    places = _places(other, ctx)
    if places is None:
        return self._invalid(ctx, InvalidOperation)
    if self._kind:
        return self
    kept = self._int % 10 ** ctx.prec
    return self._made(self._sign, move(kept, places, ctx.prec), self._exp)


def _shifted(coefficient, places, prec):
    if places < 0:
        return coefficient // 10 ** -places
    return coefficient * 10 ** places % 10 ** prec


def _rotated(coefficient, places, prec):
    up, rest = divmod(coefficient, 10 ** (prec - places % prec))
    return rest * 10 ** (places % prec) + up


def shift(self, other, ctx):
    return _moved(self, other, ctx, _shifted)


def rotate(self, other, ctx):
    return _moved(self, other, ctx, _rotated)


def _bits(number, ctx):
    """A coefficient of zeros and ones as an int of as many bits; None: another number."""
    if number._kind or number._sign or number._exp:
        return None
    digits = str(number._int)
    return None if digits.strip('01') else int(digits[-ctx.prec:], 2)


def _logic(name, combine):
    def operation(self, other, ctx):
        a, b = _bits(self, ctx), _bits(other, ctx)
        if a is None or b is None:
            return self._invalid(ctx, InvalidOperation)
        return self._made(0, int(bin(combine(a, b))[2:]), 0)

    operation.__name__ = name
    return operation


logical_and = _logic('logical_and', int.__and__)
logical_or = _logic('logical_or', int.__or__)
logical_xor = _logic('logical_xor', int.__xor__)


def logical_invert(self, ctx):
    a = _bits(self, ctx)
    if a is None:
        return self._invalid(ctx, InvalidOperation)
    return self._made(0, int(bin(a ^ (1 << ctx.prec) - 1)[2:]), 0)


def next_toward(self, other, ctx):
    nan = self._nan_of(ctx, self, other)
    if nan is not None:
        return nan
    if self == other:
        return self.copy_sign(other)
    made = self._next_plus(ctx) if self < other else self._next_minus(ctx)
    if made._kind:
        ctx.signal(Overflow, Inexact, Rounded)
    elif made.adjusted() < ctx.Emin:
        ctx.signal(Underflow, Subnormal, Inexact, Rounded, *() if made else (Clamped,))
    return made
