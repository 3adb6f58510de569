"""Python's pattern syntax, checked and written down as PCRE2's for the module _re.

Positions in messages count the characters of Python's pattern. What CPython's tracebacks show of
this module goes by CPython's names; the rest is kept out of them (engine/lib/pack_in_c.c).
"""

from . import _flags
from ._flags import ASCII, DOTALL, IGNORECASE, LOCALE, MULTILINE, UNICODE, VERBOSE, PatternError

MOST_REPEATS = 65535  # of PCRE2
TOO_MANY = 4294967295  # of CPython
ENDLESS = 1 << 62
LETTERS = {'i': IGNORECASE, 'L': LOCALE, 'm': MULTILINE, 's': DOTALL, 'x': VERBOSE,
           'a': ASCII, 'u': UNICODE}
KINDS = ASCII | LOCALE | UNICODE
GLOBAL = _flags.DEBUG
DIGITS = '0123456789'
OCTAL = '01234567'
HEX = '0123456789abcdefABCDEF'
SPECIAL = '*+?{'
CONTROLS = {'a': 7, 'f': 12, 'n': 10, 'r': 13, 't': 9, 'v': 11, '\\': 92}
WIDE = {'x': 2, 'u': 4, 'U': 8}

# What a class stands for inside brackets: Unicode's, and ASCII's where that is switched on for a part.
UNICODE_SETS = {'d': r'\d', 'D': r'\D', 's': r'\s\x1c-\x1f', 'S': r'\S', 'w': r'\w', 'W': r'\W'}
ASCII_SETS = {'d': '0-9', 'D': r'\x00-/:-\x{10ffff}', 's': r'\t-\r ', 'S': r'\x00-\x08\x0e-\x1f!-\x{10ffff}',
              'w': '0-9A-Z_a-z', 'W': r'\x00-/:-@\[-\^`{-\x{10ffff}'}
BYTE_SETS = {'d': r'\d', 'D': r'\D', 's': r'\s', 'S': r'\S', 'w': r'\w', 'W': r'\W'}
ASCII_WORD = '[0-9A-Z_a-z]'
ASCII_EDGE = f'(?:(?<={ASCII_WORD})(?!{ASCII_WORD})|(?<!{ASCII_WORD})(?={ASCII_WORD}))'

# Kinds of items, as quantifiers see them.
PLAIN, PLACE, REPEATED = 'plain', 'place', 'repeated'


def literal(code):
    char = chr(code)
    if code > 126 or code < 32:
        return f'\\x{{{code:x}}}'
    return char if char.isalnum() or char == '_' else '\\' + char


def fix_flags(is_text, flags):
    """Checks the flags of a whole pattern, and adds the one that goes without saying."""
    if is_text:
        if flags & LOCALE:
            raise ValueError('cannot use LOCALE flag with a str pattern')
        if flags & ASCII and flags & UNICODE:
            raise ValueError('ASCII and UNICODE flags are incompatible')
        return flags if flags & ASCII else flags | UNICODE
    if flags & UNICODE:
        raise ValueError('cannot use UNICODE flag with a bytes pattern')
    if flags & LOCALE and flags & ASCII:
        raise ValueError('ASCII and LOCALE flags are incompatible')
    return flags


class Source:
    """A text that is read from its start to its end, and what is told of it where it is wrong."""

    def __init__(self, pattern):
        if not isinstance(pattern, (str, bytes)):
            raise TypeError(f'decoding to str: need a bytes-like object, {type(pattern).__name__} found')
        self.pattern = pattern
        self.is_text = isinstance(pattern, str)
        self.text = pattern if self.is_text else pattern.decode('latin-1')
        self.at = 0

    def peek(self):
        return self.text[self.at] if self.at < len(self.text) else ''

    def take(self, char):
        if self.peek() != char:
            return False
        self.at += 1
        return True

    def next(self):
        char = self.peek()
        self.at += 1
        return char

    def fail(self, message, at):
        raise PatternError(message, self.pattern, at)

    def getuntil(self, end, what):
        start = self.at
        stop = self.text.find(end, start)
        if stop < 0:
            rest = self.text[start:]
            self.fail(f'missing {end}, unterminated name' if rest else f'missing {what}', start)
        if stop == start:
            self.fail(f'missing {what}', start)
        self.at = stop + 1
        return self.text[start:stop]

    def checkgroupname(self, name, at):
        if not name.isidentifier() or not (self.is_text or name.isascii()):
            shown = repr(name) if self.is_text else ascii(name)
            self.fail(f'bad character in group name {shown}', at)


class Translator(Source):
    def __init__(self, pattern, flags):
        Source.__init__(self, pattern)
        self.flags = flags
        self.names = {}
        self.widths = [None]  # by group; None while it is open
        self.closed = []  # groups in the order in which they end
        self.conditions = {}  # group: where it was asked for
        self.behind = None  # the number of groups before the lookbehind that is being read
        self.uneven = False

    def checklookbehindgroup(self, group):
        if self.behind is not None and group >= self.behind:
            self.fail('cannot refer to group defined in the same lookbehind subpattern', self.at)

    # The whole

    def parse(self):
        self.flags & VERBOSE  # CPython's own error for what are no flags
        text, low, high = self._parse_sub(self.flags, True)
        if self.peek():
            self.fail('unbalanced parenthesis', self.at)
        for group, at in self.conditions.items():
            if group >= len(self.widths):
                self.fail(f'invalid group reference {group}', at)
        self.flags = fix_flags(self.is_text, self.flags)
        return text

    def _parse_sub(self, flags, outermost=False):
        branches = [self._parse(flags, outermost)]
        while self.take('|'):
            branches.append(self._parse(self.flags if outermost else flags, False))
        low = min(branch[1] for branch in branches)
        high = max(branch[2] for branch in branches)
        return '|'.join([branch[0] for branch in branches]), low, high

    def _parse(self, flags, first):
        items = []
        while (char := self.peek()) and char not in '|)':
            if flags & VERBOSE and self.skip_comment(char):
                continue
            if char in SPECIAL and self.repeat(items):
                continue
            at = self.at
            self.at += 1
            if char == '(':
                item = self.group(at, flags, first and not items)
                if item is None:
                    if first and not items:
                        flags = self.flags
                    continue
            else:
                item = self.single(char, at, flags)
            items.append(item)
        low = sum([item[1] for item in items])
        high = sum([item[2] for item in items])
        return ''.join([item[0] for item in items]), low, min(high, ENDLESS)

    def skip_comment(self, char):
        if char in ' \t\n\r\v\f':
            self.at += 1
            return True
        if char != '#':
            return False
        end = self.text.find('\n', self.at)
        self.at = len(self.text) if end < 0 else end + 1
        return True

    def single(self, char, at, flags):
        if char == '\\':
            return self._escape(at, flags)
        if char == '[':
            return self.set(at, flags), 1, 1, PLAIN
        if char == '.':
            return '.', 1, 1, PLAIN
        if char in '^$':
            return char, 0, 0, PLACE
        return literal(ord(char)), 1, 1, PLAIN

    # Quantifiers

    def repeat(self, items):
        """False: the brace is an ordinary character."""
        at = self.at
        char = self.next()
        if char == '{':
            bounds = self.bounds(at)
            if bounds is None:
                self.at = at
                items.append((literal(ord(self.next())), 1, 1, PLAIN))
                return True
            low, high, sign = bounds
        else:
            low, high = {'*': (0, None), '+': (1, None), '?': (0, 1)}[char]
            sign = char
        if not items or items[-1][3] == PLACE:
            self.fail('nothing to repeat', at)
        if items[-1][3] == REPEATED:
            self.fail('multiple repeat', at)
        if self.peek() and self.peek() in '?+':
            sign += self.next()
        text, least, most, _ = items[-1]
        most = min(most * (ENDLESS if high is None else high), ENDLESS)
        items[-1] = text + sign, least * low, most, REPEATED
        return True

    def bounds(self, at):
        if self.peek() == '}':
            return None
        low = self.digits()
        high = low
        if self.take(','):
            high = self.digits()
        if not self.take('}'):
            return None
        least = int(low or 0)
        most = int(high) if high else None
        if least >= TOO_MANY or (most or 0) >= TOO_MANY:
            raise OverflowError('the repetition number is too large')
        if most is not None and most < least:
            self.fail('min repeat greater than max repeat', at + 1)
        if max(least, most or 0) > MOST_REPEATS:
            self.fail(f'Coroscope repeats at most {MOST_REPEATS} times', at + 1)
        return least, most, f'{{{least},{"" if most is None else most}}}'

    def digits(self):
        start = self.at
        while self.peek() and self.peek() in DIGITS:
            self.at += 1
        return self.text[start:self.at]

    # Escapes

    def _escape(self, at, flags):
        char = self.next()
        if not char:
            self.fail('bad escape (end of pattern)', at)
        if char in 'AZbB':
            return self.place(char, flags), 0, 0, PLACE
        if char in 'dDsSwW':
            return self.category(char, flags), 1, 1, PLAIN
        if char in DIGITS and char != '0':
            return self.number(char, at)
        return literal(self.char_escape(char, at)), 1, 1, PLAIN

    def place(self, char, flags):
        if char == 'A':
            return r'\A'
        if char == 'Z':
            return r'\z'
        local = self.is_text and flags & ASCII and not self.flags & ASCII
        if char == 'b':
            return ASCII_EDGE if local else r'\b'
        return rf'(?!\A\z)(?!{ASCII_EDGE})' if local else r'(?!\A\z)\B'

    def sets(self, flags):
        if not self.is_text:
            return BYTE_SETS
        return ASCII_SETS if flags & ASCII else UNICODE_SETS

    def category(self, char, flags):
        if char in 'sS' and self.sets(flags) is UNICODE_SETS:
            return r'[\s\x1c-\x1f]' if char == 's' else r'[^\s\x1c-\x1f]'
        return f'[{self.sets(flags)[char]}]'

    def number(self, char, at):
        """A reference to a group, or three octal digits."""
        if self.peek() and self.peek() in DIGITS:
            second = self.next()
            if char in OCTAL and second in OCTAL and self.peek() and self.peek() in OCTAL:
                return literal(self.octal(char + second + self.next(), at)), 1, 1, PLAIN
            char += second
        group = int(char)
        if group >= len(self.widths):
            self.fail(f'invalid group reference {group}', at + 1)
        return self.reference(group, at)

    def reference(self, group, at):
        if self.widths[group] is None:
            self.fail('cannot refer to an open group', at)
        self.checklookbehindgroup(group)
        return rf'\g{{{group}}}', *self.widths[group], PLAIN

    def octal(self, digits, at):
        code = int(digits, 8)
        if code > 0o377:
            self.fail(f'octal escape value \\{digits} outside of range 0-0o377', at)
        return code

    def char_escape(self, char, at):
        """The code of a character that is written with a backslash, in a set or outside."""
        if char in CONTROLS:
            return CONTROLS[char]
        if char == 'x' or (char in 'uU' and self.is_text):
            return self.hex(char, at)
        if char == 'N' and self.is_text:
            return self.character_name(at)
        if char == '0':
            digits = '0'
            while len(digits) < 3 and self.peek() and self.peek() in OCTAL:
                digits += self.next()
            return self.octal(digits, at)
        if char.isascii() and char.isalpha():
            self.fail(f'bad escape \\{char}', at)
        return ord(char)

    def hex(self, kind, at):
        digits = ''
        while len(digits) < WIDE[kind] and self.peek() and self.peek() in HEX:
            digits += self.next()
        if len(digits) < WIDE[kind]:
            self.fail(f'incomplete escape \\{kind}{digits}', at)
        code = int(digits, 16)
        if code > 0x10ffff:
            self.fail(f'bad escape \\{kind}{digits}', at)
        return code

    def character_name(self, at):
        if not self.take('{'):
            self.fail('missing {', self.at)
        from unicodedata import lookup
        name = self.getuntil('}', 'character name')
        try:
            return ord(lookup(name))
        except (KeyError, TypeError):  # TypeError: a sequence of several characters
            self.fail(f'undefined character name {name!r}', at)

    # Sets

    def set(self, at, flags):
        parts = '[^' if self.take('^') else '['
        first = True
        while True:
            start = self.at
            if not self.peek():
                self.fail('unterminated character set', at)
            if not first and self.take(']'):
                return parts + ']'
            first = False
            low = self._class_escape(flags)
            if not self.take('-'):
                parts += low if isinstance(low, str) else literal(low)
                continue
            if not self.peek():
                self.fail('unterminated character set', at)
            if self.take(']'):
                return parts + (low if isinstance(low, str) else literal(low)) + r'\-]'
            high = self._class_escape(flags)
            if isinstance(low, str) or isinstance(high, str) or low > high:
                self.fail(f'bad character range {self.text[start:self.at]}', start)
            parts += f'{literal(low)}-{literal(high)}'

    def _class_escape(self, flags):
        """A code, or the text of a category."""
        at = self.at
        char = self.next()
        if char != '\\':
            return ord(char)
        char = self.next()
        if not char:
            self.fail('bad escape (end of pattern)', at)
        if char in 'dDsSwW':
            return self.sets(flags)[char]
        if char == 'b':
            return 8
        if char in OCTAL:
            digits = char
            while len(digits) < 3 and self.peek() and self.peek() in OCTAL:
                digits += self.next()
            return self.octal(digits, at)
        if char in DIGITS:
            self.fail(f'bad escape \\{char}', at)
        return self.char_escape(char, at)

    # Groups

    def group(self, at, flags, at_start):
        """None: a comment, or flags for the whole pattern."""
        if not self.take('?'):
            return self.capture(at, flags, None)
        char = self.next()
        if not char:
            self.fail('unexpected end of pattern', len(self.text))
        if char == 'P':
            return self.named(at, flags)
        if char == ':':
            return self.enclosed(at, '(?:', flags)
        if char == '>':
            return self.enclosed(at, '(?>', flags)
        if char == '#':
            end = self.text.find(')', self.at)
            if end < 0:
                self.fail('missing ), unterminated comment', at)
            self.at = end + 1
            return None
        if char in '=!<':
            return self.look(at, char, flags)
        if char == '(':
            return self.condition(at, flags)
        if char in LETTERS or char == '-':
            return self.switch(at, char, flags, at_start)
        self.fail(f'unknown extension ?{char}', at + 1)

    def close(self, at):
        if not self.take(')'):
            self.fail('missing ), unterminated subpattern', at)

    def enclosed(self, at, opening, flags):
        text, low, high = self._parse_sub(flags)
        self.close(at)
        return f'{opening}{text})', low, high, PLAIN

    def capture(self, at, flags, name):
        number = len(self.widths)
        if name is not None:
            if name in self.names:
                self.fail(f'redefinition of group name {name!r} as group {number}; was group '
                          f'{self.names[name]}', at + 4)
            self.names[name] = number
        self.widths.append(None)
        item = self.enclosed(at, '(', flags)
        self.widths[number] = item[1:3]
        self.closed.append(number)
        return item

    def named(self, at, flags):
        if self.take('<'):
            start = self.at
            name = self.getuntil('>', 'group name')
            self.checkgroupname(name, start)
            return self.capture(at, flags, name)
        if self.take('='):
            start = self.at
            name = self.getuntil(')', 'group name')
            self.checkgroupname(name, start)
            if name not in self.names:
                self.fail(f'unknown group name {name!r}', start)
            return self.reference(self.names[name], start)
        char = self.next()
        if not char:
            self.fail('unexpected end of pattern', len(self.text))
        self.fail(f'unknown extension ?P{char}', at + 1)

    def look(self, at, char, flags):
        if char != '<':
            text, _, _, _ = self.enclosed(at, '(?' + char, flags)
            return text, 0, 0, PLAIN
        char = self.next()
        if not char:
            self.fail('unexpected end of pattern', len(self.text))
        if char not in '=!':
            self.fail(f'unknown extension ?<{char}', at + 1)
        outside = self.behind
        if outside is None:
            self.behind = len(self.widths)
        text, low, high, _ = self.enclosed(at, '(?<' + char, flags)
        self.behind = outside
        self.uneven = self.uneven or low != high
        return text, 0, 0, PLAIN

    def condition(self, at, flags):
        start = self.at
        name = self.getuntil(')', 'group name')
        if name.isidentifier():
            self.checkgroupname(name, start)
            if name not in self.names:
                self.fail(f'unknown group name {name!r}', start)
            number = self.names[name]
        else:
            if not (name.isascii() and name.isdecimal()):
                self.checkgroupname(name, start)
            number = int(name)
            if number == 0:
                self.fail('bad group number', start)
            self.conditions.setdefault(number, start)
        self.checklookbehindgroup(number)
        branches = [self._parse(flags, False)]
        if self.take('|'):
            branches.append(self._parse(flags, False))
            if self.peek() == '|':
                self.fail('conditional backref with more than two branches', self.at)
        self.close(at)
        low = min(branch[1] for branch in branches) if len(branches) > 1 else 0
        text = '|'.join([branch[0] for branch in branches])
        return f'(?({number}){text})', low, max(branch[2] for branch in branches), PLAIN

    # Flags inside the pattern

    def switch(self, at, char, flags, at_start):
        on, off, char = self._parse_flags(at, char)
        if char == ')':
            if not at_start:
                self.fail('global flags not at the start of the expression', at)
            self.flags |= on
            return None
        kinds = on & KINDS
        inner = (flags | on) & ~off
        if kinds:
            inner = inner & ~KINDS | kinds
        item = self._parse_sub(inner)
        self.close(at)
        text, low, high = item
        return f'(?{self.letters(on)}{"-" if self.letters(off) else ""}{self.letters(off)}:{text})', low, high, PLAIN

    def letters(self, flags):
        return ''.join([letter for letter in 'ims' if flags & LETTERS[letter]])

    def _parse_flags(self, at, char):
        on = off = 0
        while char in LETTERS and char:
            flag = LETTERS[char]
            if self.is_text and char == 'L':
                self.fail("bad inline flags: cannot use 'L' flag with a str pattern", self.at)
            if not self.is_text and char == 'u':
                self.fail("bad inline flags: cannot use 'u' flag with a bytes pattern", self.at)
            on |= flag
            if flag & KINDS and on & KINDS != flag:
                self.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible", self.at)
            char = self.letter('missing -, : or )', ')-:')
            if char in ')-:':
                break
        if char == ')':
            return on, off, char
        if char == '-':
            char = self.letter('missing flag', '')
            while char != ':':
                if LETTERS[char] & KINDS:
                    self.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", self.at)
                off |= LETTERS[char]
                char = self.letter('missing :', ':')
        if on & off:
            self.fail('bad inline flags: flag turned on and off', self.at - 1)
        return on, off, char

    def letter(self, message, ends):
        char = self.peek()
        if not char:
            self.fail(message, len(self.text))
        if char not in ends and char not in LETTERS:
            self.fail('unknown flag' if char.isalpha() else message, self.at)
        self.at += 1
        return char


# Replacement texts: their escapes and references to groups.

PLAIN_CONTROLS = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}


class Template(Source):
    """Pieces of text, and between them the numbers of groups."""

    def __init__(self, template, pattern):
        self.groups = pattern.groups
        self.names = pattern.groupindex
        self.parts = []
        self.parse_template(template)

    def expand(self, match):
        if len(self.parts) == 1 and not isinstance(self.parts[0], int):
            return self.parts[0]
        empty = match.string[:0]
        pieces = []
        for part in self.parts:
            if isinstance(part, int):
                part = match[part]
                if part is None:
                    continue
            pieces.append(part)
        return empty.join(pieces)

    def add(self, text):
        if text:
            self.parts.append(text if self.is_text else text.encode('latin-1'))

    def parse_template(self, template):
        Source.__init__(self, template)
        done = 0
        while (at := self.text.find('\\', done)) >= 0:
            self.add(self.text[done:at])
            self.at = at + 1
            self.escape(at)
            done = self.at
        self.add(self.text[done:])

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
        elif char in PLAIN_CONTROLS:
            self.add(PLAIN_CONTROLS[char])
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
        self.addgroup(int(char), at + 1)

    def by_name(self):
        if self.next() != '<':
            self.fail('missing <', self.at - 1)
        start = self.at
        name = self.getuntil('>', 'group name')
        if name.isidentifier() and (self.is_text or name.isascii()):
            if name not in self.names:
                raise IndexError(f'unknown group name {name!r}')
            self.parts.append(self.names[name])
        elif name.isascii() and name.isdecimal():
            self.addgroup(int(name), start)
        else:
            self.checkgroupname(name, start)

    def addgroup(self, group, at):
        if group > self.groups:
            self.fail(f'invalid group reference {group}', at)
        self.parts.append(group)
