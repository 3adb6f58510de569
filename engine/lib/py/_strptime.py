"""datetime.strptime(): reading a text by a format."""

from _dates import from_ordinal, timedelta, timezone, to_ordinal

_MONTHS = ('january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september',
           'october', 'november', 'december')
_DAYS = ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')
_WIDTHS = {'d': 2, 'H': 2, 'I': 2, 'j': 3, 'm': 2, 'M': 2, 'S': 2, 'U': 2, 'W': 2, 'w': 1, 'u': 1,
           'y': 2, 'Y': 4, 'f': 6, 'e': 2}
_COMPOUND = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S', 'D': '%m/%d/%y',
             'T': '%H:%M:%S', 'F': '%Y-%m-%d', 'R': '%H:%M'}


class _Mismatch(Exception):
    pass


class _Reader:
    def __init__(self, text):
        self.text = text
        self.place = 0
        self.fields = {}

    def number(self, directive):
        end = self.place
        while (end < len(self.text) and end - self.place < _WIDTHS[directive]
               and self.text[end].isdigit()):
            end += 1
        digits = self.text[self.place:end]
        if not digits or directive == 'Y' and len(digits) < 4:
            raise _Mismatch
        self.place = end
        self.fields[directive] = int(digits.ljust(6, '0') if directive == 'f' else digits)

    def word(self, directive, words, short):
        for number, name in enumerate(words):
            name = name[:3] if short else name
            if self.text[self.place:self.place + len(name)].lower() == name:
                self.place += len(name)
                self.fields[directive.lower()] = number
                return
        raise _Mismatch

    def zone(self):
        text = self.text[self.place:]
        if text.startswith('Z'):
            self.place += 1
            self.fields['z'] = timezone.utc
            return
        plain = text[1:].replace(':', '')
        if text[:1] not in ('+', '-') or not plain[:4].isdigit() or len(plain) < 4:
            raise _Mismatch
        offset = timedelta(hours=int(plain[:2]), minutes=int(plain[2:4]))
        self.place += 6 if text[3:4] == ':' else 5
        self.fields['z'] = timezone(-offset if text[0] == '-' else offset)

    def directive(self, directive):
        if directive in _WIDTHS:
            self.number('d' if directive == 'e' else directive)
        elif directive in 'bBh':
            self.word('b', _MONTHS, directive != 'B')
        elif directive in 'aA':
            self.word('a', _DAYS, directive == 'a')
        elif directive == 'p':
            self.word('p', ('am', 'pm'), False)
        elif directive == 'z':
            self.zone()
        elif directive == 'Z':
            for name in ('UTC', 'GMT', 'utc', 'gmt'):
                if self.text.startswith(name, self.place):
                    self.place += 3
        elif directive == '%':
            self.literal('%')
        else:
            raise ValueError(f"'{directive}' is a bad directive in format")

    def literal(self, char):
        if char.isspace():
            while self.place < len(self.text) and self.text[self.place].isspace():
                self.place += 1
        elif self.text[self.place:self.place + 1].lower() == char.lower():
            self.place += 1
        else:
            raise _Mismatch

    def read(self, format):
        chars = iter(format)
        for char in chars:
            if char != '%':
                self.literal(char)
                continue
            directive = next(chars, '')
            if not directive:
                raise ValueError(f"stray %% in format '{format}'")
            if directive in _COMPOUND:
                self.read(_COMPOUND[directive])
            else:
                self.directive(directive)


def _hour(fields):
    if 'I' not in fields:
        return fields.get('H', 0)
    return fields['I'] % 12 + 12 * fields.get('p', 0)


def _year(fields):
    if 'y' in fields:
        return fields['y'] + (2000 if fields['y'] < 69 else 1900)
    return fields.get('Y', 1900)


def _strptime(cls, text, format):
    reader = _Reader(text)
    try:
        reader.read(format)
    except _Mismatch:
        raise ValueError(f'time data {text!r} does not match format {format!r}') from None
    if reader.place != len(text):
        raise ValueError(f'unconverted data remains: {text[reader.place:]}')
    fields = reader.fields
    year = _year(fields)
    month = fields['b'] + 1 if 'b' in fields else fields.get('m', 1)
    day = fields.get('d', 1)
    if 'j' in fields:
        year, month, day = from_ordinal(to_ordinal(year, 1, 1) + fields['j'] - 1)
    return cls(year, month, day, _hour(fields), fields.get('M', 0), fields.get('S', 0),
               fields.get('f', 0), fields.get('z'))


def _strptime_datetime(cls, text, format):
    return _strptime(cls, text, format)


def _strptime_time(make, text, format):
    return _strptime(make, text, format)
