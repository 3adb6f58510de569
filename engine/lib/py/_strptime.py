"""datetime.strptime() and time.strptime(): a format becomes a pattern of the module re."""

import re as _re
import warnings as _warnings

from _dates import from_ordinal, timedelta, timezone, to_ordinal

_MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september',
           'october', 'november', 'december')
_DAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')


def _any(names):
    return '|'.join(sorted(names, key=len, reverse=True))


# What each directive matches. Where several texts fit, the longer ones are tried first.
_DIRECTIVES = {
    'd': r'3[01]|[12]\d|0[1-9]|[1-9]| [1-9]', 'f': r'[0-9]{1,6}', 'H': r'2[0-3]|[01]\d|\d',
    'I': r'1[0-2]|0[1-9]|[1-9]| [1-9]', 'G': r'\d\d\d\d',
    'j': r'36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]',
    'm': r'1[0-2]|0[1-9]|[1-9]', 'M': r'[0-5]\d|\d', 'S': r'6[01]|[0-5]\d|\d',
    'U': r'5[0-3]|[0-4]\d|\d', 'W': r'5[0-3]|[0-4]\d|\d', 'w': r'[0-6]', 'u': r'[1-7]',
    'V': r'5[0-3]|0[1-9]|[1-4]\d|\d', 'y': r'\d\d', 'Y': r'\d\d\d\d',
    'z': r'[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)',
    'A': _any(_DAYS), 'a': _any([day[:3] for day in _DAYS]),
    'B': _any(_MONTHS), 'b': _any([month[:3] for month in _MONTHS]),
    'p': 'am|pm', 'Z': 'utc|gmt',
}
_WHOLE = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}

_WITHOUT_YEAR = """\
Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647."""

_patterns = {}
_MOST_PATTERNS = 5


class _Unknown(Exception):
    """A directive that there is not; '' where the format ends behind a %."""


def _pieces(format):
    chars = iter(format)
    for char in chars:
        if char.isspace():
            yield r'\s+'
        elif char != '%':
            yield _re.escape(char)
        else:
            directive = next(chars, '')
            if directive in _WHOLE:
                yield from _pieces(_WHOLE[directive])
            elif directive in _DIRECTIVES:
                yield f'(?P<{directive}>{_DIRECTIVES[directive]})'
            elif directive == '%':
                yield '%'
            else:
                raise _Unknown(directive)


def _compile(format):
    text = ''.join(_pieces(format))
    while r'\s+\s+' in text:
        text = text.replace(r'\s+\s+', r'\s+')
    if '%d' in format and '%Y' not in format and '%y' not in format and '%G' not in format:
        _warnings.warn(_WITHOUT_YEAR, DeprecationWarning, stacklevel=6)
    return _re.compile(text, _re.IGNORECASE)


def _pattern(format):
    found = _patterns.get(format)
    if found is None:
        found = _compile(format)
        if len(_patterns) > _MOST_PATTERNS:
            _patterns.clear()
        _patterns[format] = found
    return found


def _offset(text):
    if text in 'Zz':
        return timedelta(0)
    digits, _, part = text[1:].replace(':', '').partition('.')
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=int(digits[4:] or 0),
                       microseconds=int(part.ljust(6, '0') or 0))
    return -offset if text[0] == '-' else offset


def _zone(found):
    if found.get('z') is None:
        return None
    offset = _offset(found['z'])
    return timezone.utc if not offset else timezone(offset)


def _check_weeks(found, weekday):
    # ISO weeks stand with ISO years only.
    if 'G' in found:
        if 'j' in found:
            return ("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                    "Use '%Y' instead.")
        if 'V' not in found or weekday is None:
            return ("ISO year directive '%G' must be used with the ISO week directive '%V' and a "
                    "weekday directive ('%A', '%a', '%w', or '%u').")
    elif 'V' in found:
        if weekday is None:
            return ("ISO week directive '%V' must be used with the ISO year directive '%G' and a "
                    "weekday directive ('%A', '%a', '%w', or '%u').")
        return ("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO "
                "year '%G' instead.")
    return None


def _weekday(found):
    """0 is Monday; None: the text does not say."""
    if 'A' in found:
        return _DAYS.index(found['A'].lower())
    if 'a' in found:
        return [day[:3] for day in _DAYS].index(found['a'].lower())
    if 'w' in found:
        return (int(found['w']) - 1) % 7
    return int(found['u']) - 1 if 'u' in found else None


def _ordinal_of_week(found, year, weekday):
    first = to_ordinal(year, 1, 1)
    weekday_of_first = (first - 1) % 7
    if 'V' in found:
        monday = to_ordinal(int(found['G']), 1, 4)
        monday -= (monday - 1) % 7
        return monday + 7 * (int(found['V']) - 1) + weekday
    begins = 6 if 'U' in found else 0  # the day on which a week begins
    first_week = first + (begins - weekday_of_first) % 7
    week = int(found['U'] if 'U' in found else found['W'])
    return first_week + 7 * (week - 1) + (weekday - begins) % 7


def _year(found):
    if 'y' in found:
        year = int(found['y'])
        return year + (2000 if year <= 68 else 1900)
    if 'Y' in found:
        return int(found['Y'])
    return int(found['G']) if 'G' in found else None


def _month(found):
    if 'm' in found:
        return int(found['m'])
    if 'B' in found:
        return _MONTHS.index(found['B'].lower()) + 1
    if 'b' in found:
        return [month[:3] for month in _MONTHS].index(found['b'].lower()) + 1
    return 1


def _date(found, weekday):
    given = _year(found)
    year = 1900 if given is None else given
    day = int(found['d']) if 'd' in found else 1
    if 'j' in found:
        return from_ordinal(to_ordinal(year, 1, 1) + int(found['j']) - 1)
    if weekday is not None and given is not None and ('U' in found or 'W' in found or 'V' in found):
        return from_ordinal(_ordinal_of_week(found, year, weekday))
    return year, _month(found), day


def _hour(found):
    if 'H' in found:
        return int(found['H'])
    if 'I' not in found:
        return 0
    late = (found.get('p') or '').lower() == 'pm'
    return int(found['I']) % 12 + 12 * late


def _strptime(text, format):
    for place, value in enumerate((text, format)):
        if not isinstance(value, str):
            raise TypeError(f'strptime() argument {place} must be str, not {type(value)}')
    try:
        pattern = _pattern(format)
    except _Unknown as unknown:
        if not unknown.args[0]:
            raise ValueError(f'stray % in format {format!r}') from None
        raise ValueError(f"'{unknown.args[0]}' is a bad directive in format '{format}'") from None
    match = pattern.match(text)
    if not match:
        raise ValueError(f'time data {text!r} does not match format {format!r}')
    if match.end() != len(text):
        raise ValueError(f'unconverted data remains: {text[match.end():]}')
    found = match.groupdict()
    weekday = _weekday(found)
    wrong = _check_weeks(found, weekday)
    if wrong:
        raise ValueError(wrong)
    clock = _hour(found), int(found.get('M') or 0), int(found.get('S') or 0)
    part = int((found.get('f') or '0').ljust(6, '0'))
    summer = 0 if 'Z' in found else -1
    return _date(found, weekday), clock, part, _zone(found), (summer, int(found.get('j') or 0))


def _strptime_datetime(cls, text, format):
    date, clock, part, zone, _ = _strptime(text, format)
    return cls(*date, *clock, part, zone)


def _strptime_time(make, text, format):
    date, clock, _, _, (summer, day_of_year) = _strptime(text, format)
    return make(date, clock, summer, day_of_year)
