"""Signals and contexts: precision, rounding, limits, and what is raised."""

from contextvars import ContextVar as _ContextVar

from decimal._compute import ROUND_HALF_EVEN as _HALF_EVEN, ROUND_HALF_UP as _HALF_UP, ROUNDINGS as _ROUNDINGS

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997


class DecimalException(ArithmeticError):
    __module__ = 'decimal'


class Clamped(DecimalException):
    __module__ = 'decimal'


class InvalidOperation(DecimalException):
    __module__ = 'decimal'


class ConversionSyntax(InvalidOperation):
    __module__ = 'decimal'


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = 'decimal'


class DivisionImpossible(InvalidOperation):
    __module__ = 'decimal'


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = 'decimal'


class Inexact(DecimalException):
    __module__ = 'decimal'


class InvalidContext(InvalidOperation):
    __module__ = 'decimal'


class Rounded(DecimalException):
    __module__ = 'decimal'


class Subnormal(DecimalException):
    __module__ = 'decimal'


class Overflow(Inexact, Rounded):
    __module__ = 'decimal'


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = 'decimal'


class FloatOperation(DecimalException, TypeError):
    __module__ = 'decimal'


SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)
_CAUSES = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation,
           DivisionUndefined: InvalidOperation, InvalidContext: InvalidOperation}
# In the order in which the flags of one operation are looked at.
_ASKED = (Clamped, InvalidOperation, DivisionByZero, FloatOperation, Inexact, Overflow, Rounded, Subnormal, Underflow)


class _Signals(dict):
    """Which signals are set, and by which conditions: what CPython shows is in their order."""

    told = frozenset()

    def shown(self):
        order = [Clamped, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow]
        place = 1
        if self.told and ConversionSyntax not in self.told:
            place = 2 if self.told & {DivisionImpossible, DivisionUndefined} else 3
        order.insert(place, InvalidOperation)
        return ', '.join([signal.__name__ for signal in order if self[signal]])


def _signal_map(chosen, what):
    if isinstance(chosen, dict):
        if set(chosen) != set(SIGNALS):
            raise KeyError('invalid error flag') if len(chosen) == len(SIGNALS) else ValueError('invalid signal dict')
        return _Signals({signal: bool(chosen[signal]) for signal in SIGNALS})
    for signal in chosen or ():
        if signal not in SIGNALS:
            raise KeyError('valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n'
                            '   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]')
    return _Signals({signal: signal in (chosen or ()) for signal in SIGNALS})


def _checked(low, high, message):
    def check(value):
        if not isinstance(value, int):
            raise TypeError('an integer is required')
        if not low <= value <= high:
            raise ValueError(message)
        return value

    return check


def _rounding(value):
    if value not in _ROUNDINGS:
        raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n'
                        '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')
    return value


_CHECKS = {
    'prec': _checked(1, MAX_PREC, 'valid range for prec is [1, MAX_PREC]'),
    'rounding': _rounding,
    'Emin': _checked(MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]'),
    'Emax': _checked(0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]'),
    'capitals': _checked(0, 1, 'valid values for capitals are 0 or 1'),
    'clamp': _checked(0, 1, 'valid values for clamp are 0 or 1'),
    'flags': lambda value: _signal_map(value, 'flags'),
    'traps': lambda value: _signal_map(value, 'traps'),
}


class Context:
    __module__ = 'decimal'

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        given = {'prec': prec, 'rounding': rounding, 'Emin': Emin, 'Emax': Emax, 'capitals': capitals, 'clamp': clamp}
        for name, value in given.items():
            setattr(self, name, getattr(_default(), name) if value is None else value)
        self.flags = [] if flags is None else flags
        self.traps = dict(_default().traps) if traps is None else traps

    def __setattr__(self, name, value):
        if name not in _CHECKS:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, _CHECKS[name](value))

    def __delattr__(self, name):
        raise AttributeError('context attributes cannot be deleted')

    def __repr__(self):
        flags, traps = self.flags.shown(), self.traps.shown()
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])')

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def copy(self):
        made = Context.__new__(Context)
        for name in _CHECKS:
            value = getattr(self, name)
            if isinstance(value, dict):
                told = value.told
                value = _Signals(value)
                value.told = told
            object.__setattr__(made, name, value)
        return made

    __copy__ = copy

    def clear_flags(self):
        self.flags = []

    def clear_traps(self):
        self.traps = []

    def signal(self, *conditions):
        """Sets the flags; raises the first that is trapped, with the conditions that led to it."""
        told = {_CAUSES.get(one, one) for one in conditions}
        for signal in told:
            self.flags[signal] = True
        invalid = {one for one in conditions if _CAUSES.get(one, one) is InvalidOperation}
        self.flags.told = self.flags.told | invalid
        for signal in _ASKED:
            if signal in told and self.traps[signal]:
                wanted = [one for one in conditions if self.traps[_CAUSES.get(one, one)]]
                raise signal(sorted(wanted, key=lambda one: _ASKED.index(_CAUSES.get(one, one))))

    def _calculator(name):
        def method(self, *numbers):
            from decimal import Decimal
            values = [Decimal(n) if isinstance(n, int) else n for n in numbers]
            for value in values:
                if not isinstance(value, Decimal):
                    raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
            return Decimal._in_context(self, name, *values)

        method.__name__, method.__qualname__ = name, f'Context.{name}'
        return method

    for _name in ('abs add compare compare_signal compare_total compare_total_mag copy_abs copy_negate '
                  'copy_sign divide divide_int divmod exp '
                  'fma is_canonical is_finite is_infinite is_nan is_normal is_qnan is_signed is_snan is_subnormal is_zero '
                  'ln log10 logb logical_and logical_invert logical_or logical_xor max max_mag min min_mag '
                  'minus multiply next_minus next_plus next_toward normalize '
                  'number_class plus power quantize remainder remainder_near rotate same_quantum scaleb shift sqrt subtract '
                  'to_eng_string to_integral_exact to_integral_value to_sci_string').split():
        locals()[_name] = _calculator(_name)
    to_integral = to_integral_value
    del _name, _calculator

    def create_decimal(self, num='0', /):
        from decimal import Decimal
        return Decimal(num, self)._rounded_in(self)

    def create_decimal_from_float(self, f, /):
        from decimal import Decimal
        return Decimal.from_float(f)._rounded_in(self)

    def copy_decimal(self, num, /):
        from decimal import Decimal
        if not isinstance(num, (int, Decimal)):
            raise TypeError(f'conversion from {type(num).__name__} to Decimal is not supported')
        return Decimal(num)

    def canonical(self, num, /):
        return num.canonical()

    def radix(self):
        from decimal import Decimal
        return Decimal(10)


def _default():
    return DefaultContext


def _basic(prec, rounding, traps):
    made = Context.__new__(Context)
    values = dict(prec=prec, rounding=rounding, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=traps)
    for name, value in values.items():
        setattr(made, name, value)
    return made


DefaultContext = _basic(28, _HALF_EVEN, [InvalidOperation, DivisionByZero, Overflow])
BasicContext = _basic(9, _HALF_UP, [InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = _basic(9, _HALF_EVEN, [])
_current = _ContextVar('decimal_context')


def getcontext():
    try:
        return _current.get()
    except LookupError:
        made = DefaultContext.copy()
        made.clear_flags()
        _current.set(made)
        return made


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class ContextManager:
    __module__ = 'decimal'

    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._saved = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *exc_info):
        setcontext(self._saved)


def localcontext(ctx=None, **kwargs):
    made = (getcontext() if ctx is None else ctx)
    if not isinstance(made, Context):
        raise TypeError('optional argument must be a context')
    made = made.copy()
    for name, value in kwargs.items():
        if name not in _CHECKS:
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        setattr(made, name, value)
    return ContextManager(made)
