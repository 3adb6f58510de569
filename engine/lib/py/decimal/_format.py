"""format(Decimal): the mini language of format specifications."""

import re as _re

from decimal import _compute

_SPEC = _re.compile(r'(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<no_minus>z)?(?P<zero>0)?(?P<width>\d+)?'
                    r'(?P<group>[,])?(?:\.(?P<precision>\d+))?(?P<type>[eEfFgGn%])?\Z', _re.DOTALL)


def _shortened(number, kind, precision, rounding):
    # (coefficient, exponent) as the type and precision want it
    coefficient, exponent = number._int, number._exp
    if precision is None:
        return coefficient, exponent
    if kind in 'fF%':
        places = -precision
    else:
        figures = precision + 1 if kind in 'eE' else max(precision, 1)
        places = exponent + _compute.digits_of(coefficient) - figures
        if kind not in 'eE' and places <= exponent:
            return coefficient, exponent
        if not coefficient and kind in 'eE':
            return 0, exponent
    found, _ = _compute.dropped(number._sign, coefficient, places - exponent, rounding)
    if kind not in 'fF%' and _compute.digits_of(found) > figures and coefficient:
        found, places = found // 10, places + 1
    return found, places


def _pieces(coefficient, exponent, kind, precision):
    # whole digits, digits after the point, exponent or None
    digits = str(coefficient)
    left = exponent + len(digits)
    if kind in 'eE':
        point = 1
    elif kind in 'fF%':
        point = left
    elif exponent <= 0 and left > -6:
        point = left
    else:
        point = 1
    if point < 0:
        whole, part = '0', '0' * -point + digits
    elif point > len(digits):
        whole, part = digits + '0' * (point - len(digits)), ''
    else:
        whole, part = digits[:point] or '0', digits[point:]
    return whole, part, left - point


def format_decimal(number, text, ctx):
    if not isinstance(text, str):
        raise TypeError('format argument must be str')
    spec = _SPEC.match(text)
    if not spec or (spec['align'] and spec['zero']):
        raise ValueError('invalid format string')
    kind = spec['type'] or 'g'
    precision = int(spec['precision']) if spec['precision'] is not None else None
    width = int(spec['width'] or 0)
    fill, align = ('0', '=') if spec['zero'] else (spec['fill'] or ' ', spec['align'] or '>')
    negative, tail = number._sign, ''
    if number._kind:
        whole = {'F': 'Infinity', 'n': 'NaN', 'N': 'sNaN'}[number._kind] + str(number._int or '')
        tail = '%' if kind == '%' else ''
        fill = ' ' if spec['zero'] else fill
    else:
        if kind == '%':
            number = type(number)._made(number._sign, number._int, number._exp + 2)
        coefficient, exponent = _shortened(number, kind, precision, ctx.rounding)
        if spec['no_minus'] and not coefficient:
            negative = 0
        whole, part, power = _pieces(coefficient, exponent, kind, precision)
        letter = ('E' if ctx.capitals else 'e') if spec['type'] is None else 'E' if kind in 'EG' else 'e'
        tail = ('.' + part if part else '') + (f'{letter}{power:+d}' if power or kind in 'eE' else '')
        tail += '%' if kind == '%' else ''
    sign = '-' if negative else spec['sign'] if spec['sign'] in ('+', ' ') else ''
    if not number._kind:
        least = width - len(sign) - len(tail) if spec['zero'] else 0
        whole = _compute.grouped(whole, spec['group'], least)
    return _compute.padded(sign, whole + tail, fill, align, width)
