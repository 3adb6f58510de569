"""The parts of time that are easier said in Python: struct_time and what makes one."""


class struct_time(tuple):
    """A moment as nine numbers with names."""

    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday',
                      'tm_yday', 'tm_isdst')

    def __new__(cls, sequence):
        fields = tuple(sequence)
        if len(fields) < 9:
            raise TypeError(
                f'time.struct_time() takes an at least 9-sequence ({len(fields)}-sequence given)')
        if len(fields) > 11:
            raise TypeError(
                f'time.struct_time() takes an at most 11-sequence ({len(fields)}-sequence given)')
        return super().__new__(cls, fields[:9])

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: 'UTC')
    tm_gmtoff = property(lambda self: 0)

    def __repr__(self):
        named = ', '.join(f'{name}={value!r}' for name, value in zip(self.__match_args__, self))
        return f'time.struct_time({named})'


def gmtime(seconds=None, /):
    return struct_time(_fields(seconds))


def localtime(seconds=None, /):
    return struct_time(_fields(seconds))


def tzset():
    pass


class _ClockInfo:
    def __init__(self, implementation, monotonic, adjustable):
        self.implementation = implementation
        self.monotonic = monotonic
        self.adjustable = adjustable
        self.resolution = 1e-09


def get_clock_info(name, /):
    names = {'time': ('clock_gettime(CLOCK_REALTIME)', False, True),
             'monotonic': ('clock_gettime(CLOCK_MONOTONIC)', True, False),
             'perf_counter': ('clock_gettime(CLOCK_MONOTONIC)', True, False),
             'process_time': ('clock_gettime(CLOCK_PROCESS_CPUTIME_ID)', True, False)}
    if name not in names:
        raise ValueError('unknown clock')
    return _ClockInfo(*names[name])


def _from_parts(date, clock, summer, day_of_year):
    from _dates import date as _date, to_ordinal
    year, month, day = date
    # The 29th of February without a year: 1900 has none.
    known = 1904 if date == (1900, 2, 29) else year
    ordinal = _date(known, month, day).toordinal()
    day_of_year = day_of_year or ordinal - to_ordinal(known, 1, 1) + 1
    return struct_time((*date, *clock, (ordinal + 6) % 7, day_of_year, summer))


def strptime(data_string, format='%a %b %d %H:%M:%S %Y', /):
    from _strptime import _strptime_time
    return _strptime_time(_from_parts, data_string, format)


CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3


def _clock(clk_id, suffix):
    names = 'time', 'monotonic', 'process_time', 'thread_time'
    if not isinstance(clk_id, int):
        raise TypeError(f'clk_id should be integer, not {type(clk_id).__name__}')
    if not 0 <= clk_id < len(names):
        raise OSError(22, 'Invalid argument')
    return globals()[names[clk_id] + suffix]()


def clock_gettime(clk_id, /):
    return _clock(clk_id, '')


def clock_gettime_ns(clk_id, /):
    return _clock(clk_id, '_ns')


def clock_getres(clk_id, /):
    _clock(clk_id, '')
    return 1e-09
