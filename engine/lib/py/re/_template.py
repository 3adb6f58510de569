"""Replacement texts: their escapes and references to groups."""

from ._flags import PatternError
from ._translate import DIGITS, OCTAL

CONTROLS = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}


class Template:
    """Pieces of text, and between them the numbers of groups."""

    def __init__(self, template, pattern):
        self.template = template
        self.is_text = isinstance(template, str)
        if not self.is_text and not isinstance(template, bytes):
            raise TypeError(f'decoding to str: need a bytes-like object, {type(template).__name__} found')
        self.text = template if self.is_text else template.decode('latin-1')
        self.groups = pattern.groups
        self.names = pattern.groupindex
        self.at = 0
        self.parts = []
        self.read()

    def expand(self, match):
        empty = match.string[:0]
        pieces = []
        for part in self.parts:
            if isinstance(part, int):
                part = match[part]
                if part is None:
                    continue
            pieces.append(part)
        return empty.join(pieces)

    def fail(self, message, at):
        raise PatternError(message, self.template, at)

    def add(self, text):
        if text:
            self.parts.append(text if self.is_text else text.encode('latin-1'))

    def read(self):
        done = 0
        while (at := self.text.find('\\', done)) >= 0:
            self.add(self.text[done:at])
            self.at = at + 1
            self.escape(at)
            done = self.at
        self.add(self.text[done:])

    def next(self):
        char = self.text[self.at:self.at + 1]
        self.at += 1
        return char

    def escape(self, at):
        char = self.next()
        if not char:
            self.fail('bad escape (end of pattern)', at)
        if char == 'g':
            self.by_name()
        elif char == '0':
            digits = '0'
            while len(digits) < 3 and self.here(OCTAL):
                digits += self.next()
            self.add(chr(int(digits, 8) & 0xff))
        elif char in DIGITS:
            self.by_number(char, at)
        elif char in CONTROLS:
            self.add(CONTROLS[char])
        elif char.isascii() and char.isalpha():
            self.fail(f'bad escape \\{char}', at)
        else:
            self.add('\\' + char)

    def here(self, chars):
        char = self.text[self.at:self.at + 1]
        return char != '' and char in chars

    def by_number(self, char, at):
        if self.here(DIGITS):
            second = self.next()
            if char in OCTAL and second in OCTAL and self.here(OCTAL):
                digits = char + second + self.next()
                if int(digits, 8) > 0o377:
                    self.fail(f'octal escape value \\{digits} outside of range 0-0o377', at)
                self.add(chr(int(digits, 8)))
                return
            char += second
        self.refer(int(char), at + 1)

    def by_name(self):
        if self.next() != '<':
            self.fail('missing <', self.at - 1)
        start = self.at
        end = self.text.find('>', start)
        if end < 0 and self.text[start:]:
            self.fail('missing >, unterminated name', start)
        name = self.text[start:end] if end >= 0 else ''
        if not name:
            self.fail('missing group name', start)
        self.at = end + 1
        if name.isidentifier() and (self.is_text or name.isascii()):
            if name not in self.names:
                raise IndexError(f'unknown group name {name!r}')
            self.parts.append(self.names[name])
        elif name.isascii() and name.isdecimal():
            self.refer(int(name), start)
        else:
            shown = repr(name) if self.is_text else ascii(name.encode('latin-1'))
            self.fail(f'bad character in group name {shown}', start)

    def refer(self, group, at):
        if group > self.groups:
            self.fail(f'invalid group reference {group}', at)
        self.parts.append(group)
