"""The parts of datetime: durations, time zones, days, times of day."""

import time as _time
from operator import index as _index
from types import _name_in_full

__name__ = 'datetime'  # where programs find these classes

MINYEAR = 1
MAXYEAR = 9999
_DAYS_BEFORE_EPOCH = 719163
_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')
_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _MONTH_DAYS[month - 1]


def _days_before_year(year):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400


def days_before_month(year, month):
    return sum([_days_in_month(year, m) for m in range(1, month)])


def to_ordinal(year, month, day):
    return _days_before_year(year) + days_before_month(year, month) + day


def from_ordinal(n):
    year = n * 400 // 146097 + 1
    while _days_before_year(year) >= n:
        year -= 1
    while _days_before_year(year + 1) < n:
        year += 1
    day = n - _days_before_year(year)
    month = 1
    while day > _days_in_month(year, month):
        day -= _days_in_month(year, month)
        month += 1
    return year, month, day


def check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def check_time(hour, minute, second, microsecond, fold):
    fields = (('hour', hour, 23), ('minute', minute, 59), ('second', second, 59),
              ('microsecond', microsecond, 999999))
    for name, value, most in fields:
        if not 0 <= _index(value) <= most:
            raise ValueError(f'{name} must be in 0..{most}')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')


def check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError('tzinfo argument must be None or of a tzinfo subclass, not type '
                        f"'{type(tz).__name__}'")


def _split_number(value):
    # The whole part of a number, and what is left of it.
    if isinstance(value, float):
        whole = int(value)
        return whole, value - whole
    if not isinstance(value, int):
        raise TypeError('unsupported type for timedelta')
    return value, 0.0


class timedelta:
    """A duration: days, seconds below a day, microseconds below a second."""

    __slots__ = ('_days', '_seconds', '_microseconds')

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0,
                weeks=0):
        whole_seconds = whole_days = micro = 0
        left = 0.0
        parts = (('microseconds', microseconds, 1), ('milliseconds', milliseconds, 1000),
                 ('seconds', seconds, 1000000), ('minutes', minutes, 60000000),
                 ('hours', hours, 3600000000), ('days', days, 86400000000),
                 ('weeks', weeks, 604800000000))
        for name, value, unit in parts:
            if value == 0:
                if not isinstance(value, (int, float)):
                    raise TypeError(f'unsupported type for timedelta {name} component: '
                                    f'{type(value).__name__}')
                continue
            try:
                whole, fraction = _split_number(value)
            except TypeError:
                raise TypeError(f'unsupported type for timedelta {name} component: '
                                f'{type(value).__name__}') from None
            if unit >= 86400000000:
                whole_days += whole * (unit // 86400000000)
            elif unit >= 1000000:
                whole_seconds += whole * (unit // 1000000)
            else:
                micro += whole * unit
            if fraction:
                exact = unit * fraction
                micro += int(exact)
                left += exact - int(exact)
        if left:
            rounded = round(left)
            # Ties go to the even total.
            if abs(rounded - left) == 0.5:
                odd = micro & 1
                rounded = 2 * round((left + odd) * 0.5) - odd
            micro += rounded
        return cls._normal(whole_days, whole_seconds, micro)

    @classmethod
    def _normal(cls, days, seconds, micro):
        carry, micro = divmod(micro, 1000000)
        carry, seconds = divmod(seconds + carry, 86400)
        days += carry
        if abs(days) > 2147483647:
            raise OverflowError('Python int too large to convert to C int')
        if abs(days) > 999999999:
            raise OverflowError(f'days={days}; must have magnitude <= 999999999')
        self = object.__new__(cls)
        self._days = days
        self._seconds = seconds
        self._microseconds = micro
        return self

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def _key(self):
        return self._days, self._seconds, self._microseconds

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        return self._total() / 1000000

    def __repr__(self):
        parts = [f'{name}={value}' for name, value in zip(('days', 'seconds', 'microseconds'),
                                                          self._key()) if value]
        return f'{module_name(type(self))}({", ".join(parts) or "0"})'

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02d}:{seconds:02d}'
        if self._days:
            text = f'{self._days} day{"" if abs(self._days) == 1 else "s"}, {text}'
        if self._microseconds:
            text += f'.{self._microseconds:06d}'
        return text

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._normal(self._days + other._days, self._seconds + other._seconds,
                                 self._microseconds + other._microseconds)

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self + -other

    def __rsub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return other + -self

    def __neg__(self):
        return timedelta._normal(-self._days, -self._seconds, -self._microseconds)

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._normal(self._days * other, self._seconds * other,
                                     self._microseconds * other)
        if isinstance(other, float):
            return timedelta._normal(0, 0, round(self._total() * other))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._normal(0, 0, self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._normal(0, 0, _divided(self._total(), other))
        if isinstance(other, float):
            return timedelta._normal(0, 0, round(self._total() / other))
        return NotImplemented

    def __mod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._normal(0, 0, self._total() % other._total())

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        whole, rest = divmod(self._total(), other._total())
        return whole, timedelta._normal(0, 0, rest)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __bool__(self):
        return any(self._key())


def _divided(a, b):
    # The nearest whole number to a / b; ties go to the even one.
    whole, rest = divmod(a, b)
    twice = rest * 2
    beyond = twice > b if b > 0 else twice < b
    if beyond or twice == b and whole % 2 == 1:
        whole += 1
    return whole


def module_name(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta._normal(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    """Base of time zones."""

    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        return dt + self.utcoffset(dt)


def offset_text(offset):
    if offset is None:
        return ''
    sign = '-' if offset._days < 0 else '+'
    total = abs(offset)
    hours, rest = divmod(total._seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    text = f'{sign}{hours:02d}:{minutes:02d}'
    if seconds or total._microseconds:
        text += f':{seconds:02d}'
    if total._microseconds:
        text += f'.{total._microseconds:06d}'
    return text


class timezone(tzinfo):
    """A fixed distance from UTC."""

    __slots__ = ('_offset', '_name')

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be datetime.timedelta, not '
                            f'{type(offset).__name__}')
        if not timedelta(hours=-24) < offset < timedelta(hours=24):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             f'timedelta(hours=24), not {offset!r}.')
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return f'UTC{offset_text(self._offset) if self._offset else ""}'

    def dst(self, dt):
        return None

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if not self._offset and self._name is None:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'datetime.timezone({self._offset!r}{name})'

    def __str__(self):
        return self.tzname(None)


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _number(text, whole):
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f'Invalid isoformat string: {whole!r}')
    return int(text)


def parse_date(text, whole):
    """2025-01-31, 20250131, 2025-W05-5."""
    if len(text) == 10 and text[4] == text[7] == '-':
        return _number(text[:4], whole), _number(text[5:7], whole), _number(text[8:], whole)
    if len(text) == 8 and text.isdigit():
        return _number(text[:4], whole), _number(text[4:6], whole), _number(text[6:], whole)
    plain = text.replace('-', '')
    if plain[4:5] == 'W' and len(plain) in (7, 8):
        first = to_ordinal(_number(plain[:4], whole), 1, 4)
        monday = first - (first + 6) % 7
        day = _number(plain[7:] or '1', whole)
        return from_ordinal(monday + (_number(plain[5:7], whole) - 1) * 7 + day - 1)
    raise ValueError(f'Invalid isoformat string: {whole!r}')


def _clock(text, whole):
    main, dot, fraction = text.replace(',', '.').partition('.')
    parts = main.split(':') if ':' in main else [main[i:i + 2] for i in range(0, len(main), 2)]
    if not 1 <= len(parts) <= 3 or any(len(part) != 2 for part in parts) or (
            dot and (len(parts) < 3 or not fraction)):
        raise ValueError(f'Invalid isoformat string: {whole!r}')
    numbers = [_number(part, whole) for part in parts]
    micro = _number(fraction[:6].ljust(6, '0'), whole) if dot else 0
    return *numbers, *[0] * (3 - len(numbers)), micro


def parse_time(text, whole):
    """12:30:15.5+02:00: hour, minute, second, microsecond, time zone."""
    zone = None
    if text.endswith('Z'):
        text, zone = text[:-1], timezone.utc
    else:
        place = max(text.find('+'), text.find('-'))
        if place >= 0:
            hours, minutes, seconds, micro = _clock(text[place + 1:], whole)
            offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micro)
            zone = timezone(-offset if text[place] == '-' else offset)
            zone = zone if offset else timezone.utc
            text = text[:place]
    return *_clock(text, whole), zone


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'


class date:
    """A day."""

    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year, month, day):
        year, month, day = check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t, /):
        return cls(*_time.gmtime(t)[:3])

    @classmethod
    def fromordinal(cls, n, /):
        if not 1 <= n <= to_ordinal(MAXYEAR, 12, 31):
            raise ValueError('ordinal must be >= 1')
        return cls(*from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        return cls(*parse_date(text, text))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'Year is out of range: {year}')
        january_4 = date(year, 1, 4)
        if not 1 <= week <= date(year, 12, 28).isocalendar()[1]:
            raise ValueError(f'Invalid week: {week}')
        if not 1 <= day <= 7:
            raise ValueError(f'Invalid day: {day} (range is [1, 7])')
        monday = january_4.toordinal() - january_4.weekday()
        return cls(*from_ordinal(monday + (week - 1) * 7 + day - 1))

    def toordinal(self):
        return to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        thursday = date.fromordinal(self.toordinal() - self.weekday() + 3)
        first = to_ordinal(thursday._year, 1, 1)
        return IsoCalendarDate((thursday._year, (thursday.toordinal() - first) // 7 + 1,
                                self.isoweekday()))

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  self._year_day(), -1))

    def _year_day(self):
        return days_before_month(self._year, self._month) + self._day

    def isoformat(self):
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    __str__ = isoformat

    def __repr__(self):
        return f'{module_name(type(self))}({self._year}, {self._month}, {self._day})'

    def ctime(self):
        return (f'{_DAYS[self.weekday()]} {_MONTHS[self._month - 1]} {self._day:2d} 00:00:00 '
                f'{self._year:04d}')

    def strftime(self, format):
        return _time._format(format, self.timetuple()[:8] + (0,), 0, '', '')

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    __replace__ = replace

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        ordinal = self.toordinal() + other._days
        if not 0 < ordinal <= to_ordinal(MAXYEAR, 12, 31):
            raise OverflowError('date value out of range')
        return type(self).fromordinal(ordinal)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if self._same_kind(other):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return self._year, self._month, self._day

    def _same_kind(self, other):
        return isinstance(other, date) and not hasattr(other, '_hour')

    def __eq__(self, other):
        return self._key() == other._key() if self._same_kind(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._same_kind(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._same_kind(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._same_kind(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._same_kind(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())


date.min = date(MINYEAR, 1, 1)
date.max = date(MAXYEAR, 12, 31)
date.resolution = timedelta(days=1)


def time_text(hour, minute, second, microsecond, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    forms = {'hours': f'{hour:02d}', 'minutes': f'{hour:02d}:{minute:02d}',
             'seconds': f'{hour:02d}:{minute:02d}:{second:02d}',
             'milliseconds': f'{hour:02d}:{minute:02d}:{second:02d}.{microsecond // 1000:03d}',
             'microseconds': f'{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}'}
    if timespec not in forms:
        raise ValueError('Unknown timespec value')
    return forms[timespec]


class time:
    """A time of day."""

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        check_time(hour, minute, second, microsecond, fold)
        check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, text, /):
        return cls(*parse_time(text.removeprefix('T'), text))

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def isoformat(self, timespec='auto'):
        return time_text(self._hour, self._minute, self._second, self._microsecond,
                          timespec) + offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        parts = [self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        shown = ', '.join(map(str, parts))
        if self._tzinfo is not None:
            shown += f', tzinfo={self._tzinfo!r}'
        if self._fold:
            shown += ', fold=1'
        return f'{module_name(type(self))}({shown})'

    def strftime(self, format):
        fields = (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, 0)
        return _time._format(format, fields, self._microsecond,
                             offset_text(self.utcoffset()).replace(':', ''), self.tzname() or '')

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        return type(self)(self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _key(self):
        key = timedelta._normal(0, (self._hour * 60 + self._minute) * 60 + self._second,
                                self._microsecond)
        offset = self.utcoffset()
        return key if offset is None else key - offset

    def _compare(self, other, op):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return op(self._key(), other._key())

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._key() == other._key()

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return self._compare(other, lambda a, b: a >= b)

    def __hash__(self):
        return hash(self._key())


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


for _kind in (timedelta, tzinfo, timezone, date, time):
    _name_in_full(_kind)
    # None of them ever changes.
    _kind.__copy__ = lambda self: self
    _kind.__deepcopy__ = lambda self, memo: self
