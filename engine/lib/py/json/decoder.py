"""JSON texts to objects."""

_SPACE = ' \t\n\r'
_CONSTANTS = {'-Infinity': float('-inf'), 'Infinity': float('inf'), 'NaN': float('nan')}
_ESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}


class JSONDecodeError(ValueError):
    """The text is no JSON; it says where."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, s, at):
        char = s[at:at + 1]
        if char == '"':
            return self._string(s, at + 1)
        if char == '{':
            return self._object(s, at + 1)
        if char == '[':
            return self._array(s, at + 1)
        for word, value in (('null', None), ('true', True), ('false', False)):
            if s.startswith(word, at):
                return value, at + len(word)
        if char == '-' or char.isdigit():
            end = self._number_end(s, at)
            if end is not None:
                return self._number(s[at:end]), end
        for word in _CONSTANTS:
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        raise JSONDecodeError('Expecting value', s, at)

    def _number(self, text):
        whole = text.removeprefix('-').isdigit()
        return self.parse_int(text) if whole else self.parse_float(text)

    def _number_end(self, s, at):
        start = at + (s[at] == '-')
        end = _digits(s, start)
        if end == start:
            return None
        if s[start] == '0':
            end = start + 1
        if s[end:end + 1] == '.':
            fraction = _digits(s, end + 1)
            if fraction == end + 1:
                return end
            end = fraction
        if s[end:end + 1] in ('e', 'E'):
            sign = end + 1 + (s[end + 1:end + 2] in ('+', '-'))
            exponent = _digits(s, sign)
            if exponent > sign:
                end = exponent
        return end

    def _string(self, s, at):
        begin = at - 1
        parts = []
        while True:
            end = at
            while end < len(s) and s[end] not in '"\\' and (s[end] >= ' ' or not self.strict):
                end += 1
            parts.append(s[at:end])
            if end >= len(s):
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            if s[end] == '"':
                return ''.join(parts), end + 1
            if s[end] != '\\':
                raise JSONDecodeError('Invalid control character at', s, end)
            char, at = self._escape(s, end, begin)
            parts.append(char)

    def _escape(self, s, at, begin):
        kind = s[at + 1:at + 2]
        if not kind:
            raise JSONDecodeError('Unterminated string starting at', s, begin)
        if kind in _ESCAPES:
            return _ESCAPES[kind], at + 2
        if kind != 'u':
            raise JSONDecodeError('Invalid \\escape', s, at)
        code = _hex4(s, at + 2)
        end = at + 6
        if 0xd800 <= code <= 0xdbff and s.startswith('\\u', end):
            low = _hex4(s, end + 2)
            if 0xdc00 <= low <= 0xdfff:
                return chr(0x10000 + ((code & 0x3ff) << 10 | low & 0x3ff)), end + 6
        return chr(code), end

    def _object(self, s, at):
        pairs = []
        at = _skip(s, at)
        if s[at:at + 1] == '}':
            return self._made(pairs), at + 1
        while True:
            if s[at:at + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
            key, at = self._string(s, at + 1)
            at = _skip(s, at)
            if s[at:at + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, _skip(s, at + 1))
            pairs.append((key, value))
            at = _skip(s, at)
            if s[at:at + 1] == '}':
                return self._made(pairs), at + 1
            if s[at:at + 1] != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at:at + 1] == '}':
                raise JSONDecodeError('Illegal trailing comma before end of object', s, comma)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)

    def _array(self, s, at):
        items = []
        at = _skip(s, at)
        if s[at:at + 1] == ']':
            return items, at + 1
        while True:
            value, at = self._value(s, at)
            items.append(value)
            at = _skip(s, at)
            if s[at:at + 1] == ']':
                return items, at + 1
            if s[at:at + 1] != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at:at + 1] == ']':
                raise JSONDecodeError('Illegal trailing comma before end of array', s, comma)


def _skip(s, at):
    while at < len(s) and s[at] in _SPACE:
        at += 1
    return at


def _digits(s, at):
    while at < len(s) and '0' <= s[at] <= '9':
        at += 1
    return at


def _hex4(s, at):
    digits = s[at:at + 4]
    try:
        if len(digits) == 4 and digits[1] not in 'xX':
            return int(digits, 16)
    except ValueError:
        pass
    raise JSONDecodeError('Invalid \\uXXXX escape', s, at - 1)
