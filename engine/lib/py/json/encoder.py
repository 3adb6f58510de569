"""Objects to JSON texts."""

_ESCAPES = {'"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r',
            '\t': '\\t'}


def _escaped(char, ensure_ascii):
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    if code < 32 or ensure_ascii and 126 < code < 0x10000:
        return f'\\u{code:04x}'
    if ensure_ascii and code >= 0x10000:
        code -= 0x10000
        return f'\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}'
    return char


def encode_string(text, ensure_ascii=True):
    if text.isprintable() and '"' not in text and '\\' not in text and (
            text.isascii() or not ensure_ascii):
        return f'"{text}"'
    return f'"{"".join([_escaped(char, ensure_ascii) for char in text])}"'


class _Opening(str):
    """What stands before an item of a list: one chunk with the item where that is no container."""


def _joined(parts):
    opening = ''
    for part in parts:
        if opening:
            if part[:1] in ('[', '{'):
                yield opening
                opening = ''
            else:
                yield opening + part
                opening = ''
                continue
        if type(part) is _Opening:
            opening = str(part)
        else:
            yield part


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = ' ' * indent if isinstance(indent, int) and not isinstance(indent, bool) \
            else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {type(o).__name__} is not JSON serializable')

    def encode(self, o):
        return ''.join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        parts = self._value(o, '\n', [])
        return list(parts) if _one_shot else _joined(parts)

    def _float(self, number):
        if number != number:
            text = 'NaN'
        elif number in (float('inf'), float('-inf')):
            text = 'Infinity' if number > 0 else '-Infinity'
        else:
            return float.__repr__(number)
        if not self.allow_nan:
            raise ValueError(f'Out of range float values are not JSON compliant: {number!r}')
        return text

    def _plain(self, o):
        # The text of what is no container; None for others.
        if isinstance(o, str):
            return encode_string(o, self.ensure_ascii)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _key(self, key):
        if isinstance(key, str):
            return key
        if key is None or isinstance(key, (bool, int, float)):
            return self._plain(key)
        if self.skipkeys:
            return None
        raise TypeError('keys must be str, int, float, bool or None, not '
                        f'{type(key).__name__}')

    def _value(self, o, newline, outer):
        text = self._plain(o)
        if text is not None:
            yield text
            return
        if self.check_circular and any(one is o for one in outer):
            raise ValueError('Circular reference detected')
        outer.append(o)
        if isinstance(o, (list, tuple)):
            yield from self._list(o, newline, outer)
        elif isinstance(o, dict):
            yield from self._dict(o, newline, outer)
        else:
            yield from self._value(self.default(o), newline, outer)
        outer.pop()

    def _list(self, items, newline, outer):
        if not items:
            yield '[]'
            return
        inside = newline + (self.indent or '')
        separator = '['
        for item in items:
            yield _Opening(separator + (inside if self.indent is not None else ''))
            yield from self._value(item, inside, outer)
            separator = self.item_separator
        if self.indent is not None:
            yield newline
        yield ']'

    def _dict(self, values, newline, outer):
        pairs = sorted(values.items()) if self.sort_keys else values.items()
        inside = newline + (self.indent or '')
        separator = '{'
        for key, value in pairs:
            name = self._key(key)
            if name is None:
                continue
            if separator == '{':
                yield separator
                separator = ''
            if separator or self.indent is not None:
                yield separator + (inside if self.indent is not None else '')
            yield encode_string(name, self.ensure_ascii)
            yield self.key_separator
            yield from self._value(value, inside, outer)
            separator = self.item_separator
        if separator == '{':
            yield '{}'
            return
        if self.indent is not None:
            yield newline
        yield '}'

