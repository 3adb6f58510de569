from decimal import Decimal, getcontext, localcontext

PAIRS = [('12345678', '2'), ('12345678', '-2'), ('34028236692093846', '3'), ('-123.45', '8'), ('1011', '1101'),
         ('1011', '12'), ('Infinity', '1'), ('NaN', '1'), ('sNaN', '1'), ('1', '1.0'), ('0', '10'), ('1', '-Infinity'),
         ('7', '10'), ('1E-999999', '0'), ('9.99999999E+999999', 'Infinity'), ('-0', '0')]
METHODS = 'rotate shift logical_and logical_or logical_xor next_toward compare_total_mag'.split()
for first, second in PAIRS:
    with localcontext(prec=9) as context:
        for method in METHODS:
            context.clear_flags()
            try:
                shown = getattr(Decimal(first), method)(Decimal(second))
            except ArithmeticError as error:
                shown = type(error).__name__
            flags = sorted(signal.__name__ for signal, set_ in context.flags.items() if set_)
            print(first, second, method, shown, *flags)
with localcontext(prec=5) as context:
    print(Decimal('101').logical_invert(), context.rotate(123, 4), context.shift(Decimal(123), -1))
    print(context.logical_and(11, 110), context.next_toward(1, 2), context.compare_total_mag(Decimal(-2), 1))
    print(context.copy_decimal(Decimal('1.5')), context.canonical(Decimal(3)), context.logical_invert(Decimal(1)))
print(getcontext().logical_or(Decimal(100), Decimal(1)))
