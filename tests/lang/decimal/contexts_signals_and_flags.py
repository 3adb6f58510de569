import threading
from decimal import *


def show(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error, [k.__name__ for k in type(error).__mro__[:3]])


ctx = getcontext()
print(ctx)
ctx.prec = 6
print(Decimal(1) / 7, ctx.flags[Inexact], ctx.flags[Rounded], ctx)
ctx.clear_flags()
print(ctx.flags[Inexact], Decimal(1) / 8, ctx.flags[Inexact])
with localcontext() as inner:
    inner.prec = 3
    inner.rounding = ROUND_UP
    print(Decimal(2) / 3, getcontext() is inner)
print(Decimal(2) / 3, getcontext() is ctx)
with localcontext(prec=4, rounding=ROUND_DOWN) as inner:
    print(Decimal(2) / 3, inner)
with localcontext(Context(prec=50)):
    print(Decimal(2).sqrt())
other = Context(prec=5, rounding=ROUND_HALF_DOWN, traps=[])
print(other, other.divide(1, 0), other.sqrt(Decimal(-1)), other.divide(Decimal(1), 3), other)
setcontext(other)
print(Decimal('abc'), Decimal(0) / 0, Decimal('1e1000000') * 10, [s.__name__ for s, on in other.flags.items() if on])
setcontext(Context(traps=[Inexact]))
for what in (
    lambda: Decimal(1) / 3, lambda: Decimal(1) / 4, lambda: Context(prec=0), lambda: Context(rounding='x'), lambda: Context(Emin=1), lambda: Context(traps=[int]),
    lambda: setattr(getcontext(), 'foo', 1), lambda: setattr(getcontext(), 'prec', 'a'), lambda: localcontext(1), lambda: localcontext(foo=1), lambda: setcontext(1), lambda: Decimal(1, 2),
    lambda: BasicContext, lambda: ExtendedContext, lambda: DefaultContext.prec, lambda: Context(prec=3).create_decimal('1.23456'), lambda: Context(prec=3).create_decimal_from_float(3.14159), lambda: Context(prec=3).add(1, Decimal('2.3456')),
    lambda: Context(prec=3).power(2, 20), lambda: Context(prec=3).quantize(Decimal('1.55'), Decimal('.1')), lambda: Context().max(1, 2), lambda: Context().compare(1, 2), lambda: Context(prec=2).plus(Decimal('1.25')), lambda: Context(prec=2).minus(Decimal('1.25')), lambda: Context(prec=2).abs(Decimal('-1.25')), lambda: Context().to_sci_string(Decimal('1e9')), lambda: Context().divmod(7, 2), lambda: Context().divide_int(7, 2), lambda: Context().remainder(7, 2), lambda: Context().multiply(2, 3), lambda: Context().subtract(2, 3), lambda: Context().fma(2, 3, 4), lambda: Context().is_nan(Decimal('nan')), lambda: Context().ln(10), lambda: Context(prec=5).exp(1), lambda: Context(capitals=0).to_sci_string(Decimal('1E+9')), lambda: Context().Etiny(), lambda: Context().Etop(), lambda: Context().radix(), lambda: Context().add(1, 'a'), lambda: Context().add(1, 2.5), lambda: Context(Emax=9, prec=3).multiply(Decimal('9e9'), 2), lambda: Context(Emin=-9, prec=3, traps=[]).divide(Decimal('1e-9'), 30), lambda: Context(clamp=1, Emax=9, prec=3).create_decimal('1e9'), lambda: Context(Emax=9, prec=3, rounding=ROUND_DOWN, traps=[]).multiply(Decimal('9e9'), 2),
    lambda: issubclass(DivisionByZero, ZeroDivisionError), lambda: issubclass(Overflow, Inexact), lambda: issubclass(InvalidOperation, ArithmeticError), lambda: DivisionByZero.__module__, lambda: MAX_PREC, lambda: MIN_ETINY, lambda: HAVE_THREADS,
):
    show(what)
copied = ctx.copy()
copied.prec = 2
print(ctx.prec, copied.prec, copied.flags == ctx.flags)
ctx.traps[FloatOperation] = True
setcontext(ctx)
show(lambda: Decimal(0.5))
show(lambda: Decimal('0.5') == 0.5)
show(lambda: Decimal('0.5') < 0.5)
show(lambda: Decimal.from_float(0.5))


def work():
    print('thread', getcontext().prec)
    getcontext().prec = 9


thread = threading.Thread(target=work)
thread.start()
thread.join()
print(getcontext().prec)
