"""Dates and times of the Gregorian calendar. The clock is the virtual one, in UTC."""

import time as _time
from types import _name_in_full
from _dates import (MAXYEAR, MINYEAR, UTC, check_date as _check_date, check_time as _check_time,
                    check_zone as _check_zone, date, days_before_month as _days_before_month,
                    from_ordinal as _from_ordinal, module_name as _module_name,
                    offset_text as _offset_text, parse_date as _parse_date,
                    parse_time as _parse_time, time, time_text as _time_text, timedelta, timezone,
                    to_ordinal as _to_ordinal, tzinfo)

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR',
           'UTC']

_tzinfo = tzinfo
_time_of_day = time
_EPOCH_SECONDS = 62135596800  # from 0001-01-01 to 1970-01-01


class datetime(date):
    """A moment."""

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *,
                fold=0):
        _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = date.__new__(cls, year, month, day)
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

    # Making them

    @classmethod
    def _from_seconds(cls, seconds, microsecond, zone):
        # From whole seconds since 0001-01-01T00:00:00.
        days, rest = divmod(seconds, 86400)
        if not 0 <= days < _to_ordinal(MAXYEAR, 12, 31):
            raise OverflowError('date value out of range')
        year, month, day = _from_ordinal(days + 1)
        return cls(year, month, day, rest // 3600, rest // 60 % 60, rest % 60, microsecond, zone)

    @classmethod
    def now(cls, tz=None):
        _check_zone(tz)
        made = cls(2025, 1, 1) + timedelta(seconds=_time.monotonic())
        return made if tz is None else tz.fromutc(made.replace(tzinfo=tz))

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        whole = int(timestamp // 1)
        micro = round((timestamp - whole) * 1000000)
        if micro == 1000000:
            whole, micro = whole + 1, 0
        made = cls._from_seconds(whole + _EPOCH_SECONDS, micro, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second,
                   time.microsecond, time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, text, /):
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        place = 10
        if text[4:5].isdigit() and 'W' not in text:
            place = 8
        elif 'W' in text:
            place = next((i for i, c in enumerate(text) if i > 6 and c not in '-0123456789W'),
                         len(text))
        fields = _parse_date(text[:place], text)
        rest = text[place + 1:]
        if len(text) > place and not rest:
            raise ValueError(f'Invalid isoformat string: {text!r}')
        return cls(*fields, *(_parse_time(rest, text) if rest else ()))

    @classmethod
    def strptime(cls, date_string, format, /):
        for place, value in enumerate((date_string, format), 1):
            if not isinstance(value, str):
                raise TypeError(f'strptime() argument {place} must be str, not {type(value).__name__}')
        from _strptime import _strptime_datetime
        return _strptime_datetime(cls, date_string, format)

    # Parts and texts

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return _time_of_day(self._hour, self._minute, self._second, self._microsecond,
                            fold=self._fold)

    def timetz(self):
        return self.time().replace(tzinfo=self._tzinfo)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def _seconds(self):
        # Since 0001-01-01T00:00:00, without regard to the time zone.
        return ((self.toordinal() - 1) * 86400 + self._hour * 3600 + self._minute * 60
                + self._second)

    def timestamp(self):
        seconds = self._seconds() - _EPOCH_SECONDS
        offset = self.utcoffset()
        if offset is not None:
            return (timedelta(seconds=seconds, microseconds=self._microsecond)
                    - offset).total_seconds()
        return seconds + self._microsecond / 1000000

    def timetuple(self):
        dst = self.dst()
        flag = -1 if dst is None else int(bool(dst))
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute,
                                  self._second, self.weekday(), self._year_day(), flag))

    def utctimetuple(self):
        offset = self.utcoffset()
        moved = self - offset if offset else self
        return _time.struct_time(tuple(moved.timetuple())[:8] + (0,))

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone.utc
        _check_zone(tz)
        offset = self.utcoffset()
        plain = self.replace(tzinfo=None)
        return tz.fromutc((plain - offset if offset else plain).replace(tzinfo=tz))

    def isoformat(self, sep='T', timespec='auto'):
        clock = _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return (f'{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}{clock}'
                f'{_offset_text(self.utcoffset())}')

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        shown = ', '.join(map(str, parts))
        if self._tzinfo is not None:
            shown += f', tzinfo={self._tzinfo!r}'
        if self._fold:
            shown += ', fold=1'
        return f'{_module_name(type(self))}({shown})'

    def ctime(self):
        return _time.asctime(self.timetuple())

    def strftime(self, format):
        return _time._format(format, tuple(self.timetuple())[:8] + (0,), self._microsecond,
                             _offset_text(self.utcoffset()).replace(':', ''), self.tzname() or '')

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day,
                          self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    # Arithmetic and order

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        carry, micro = divmod(self._microsecond + other.microseconds, 1000000)
        seconds = self._seconds() + other.days * 86400 + other.seconds + carry
        return type(self)._from_seconds(seconds, micro, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        distance = timedelta(0, self._seconds() - other._seconds(),
                             self._microsecond - other._microsecond)
        return distance if mine == theirs else distance - mine + theirs

    def _compare(self, other, op):
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return op(self - other, timedelta(0))

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return not self - other

    def _refuse_order(self, other, op):
        return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, datetime):
            return self._refuse_order(other, '<')
        return self._compare(other, lambda a, b: a < b)

    def __le__(self, other):
        if not isinstance(other, datetime):
            return self._refuse_order(other, '<=')
        return self._compare(other, lambda a, b: a <= b)

    def __gt__(self, other):
        if not isinstance(other, datetime):
            return self._refuse_order(other, '>')
        return self._compare(other, lambda a, b: a > b)

    def __ge__(self, other):
        if not isinstance(other, datetime):
            return self._refuse_order(other, '>=')
        return self._compare(other, lambda a, b: a >= b)

    def __hash__(self):
        offset = self.utcoffset()
        plain = self if offset is None else self.replace(tzinfo=None) - offset
        return hash((plain._seconds(), plain._microsecond))


datetime.min = datetime(MINYEAR, 1, 1)
datetime.max = datetime(MAXYEAR, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_name_in_full(datetime)
