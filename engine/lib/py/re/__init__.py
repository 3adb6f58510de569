"""Regular expressions. The matching is done by PCRE2; loops over matches are here, so that a
replacement function can be stepped through."""

import _re
import sys as _sys
from types import GenericAlias as _GenericAlias, MappingProxyType as _MappingProxyType
import warnings as _warnings

from . import _compiler, _flags, _parser
from ._flags import PatternError, RegexFlag

__all__ = ['match', 'fullmatch', 'search', 'sub', 'subn', 'split', 'findall', 'finditer', 'compile', 'purge',
           'escape', 'error', 'Pattern', 'Match', 'A', 'I', 'L', 'M', 'S', 'X', 'U', 'ASCII', 'IGNORECASE',
           'LOCALE', 'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE', 'NOFLAG', 'RegexFlag', 'PatternError']

error = PatternError
NOFLAG = RegexFlag.NOFLAG
A = ASCII = RegexFlag.ASCII
I = IGNORECASE = RegexFlag.IGNORECASE
L = LOCALE = RegexFlag.LOCALE
U = UNICODE = RegexFlag.UNICODE
M = MULTILINE = RegexFlag.MULTILINE
S = DOTALL = RegexFlag.DOTALL
X = VERBOSE = RegexFlag.VERBOSE
DEBUG = RegexFlag.DEBUG

_SEARCH, _MATCH, _FULLMATCH, _NOT_EMPTY = 0, 1, 2, 4
_MOST_CACHED = 512
_cache = {}
_templates = {}
_UNSET = object()


class Match:
    """One match: where it and its groups lie in the text."""

    __slots__ = ('string', 're', 'pos', 'endpos', '_spans')

    def __new__(cls):
        raise TypeError("cannot create 're.Match' instances")

    def _number(self, group):
        if isinstance(group, str):
            group = self.re.groupindex.get(group, -1)
        elif not isinstance(group, int):
            try:
                group = group.__index__()
            except AttributeError:
                group = -1
        if not 0 <= group <= self.re.groups:
            raise IndexError('no such group')
        return group

    def _text(self, number, default=None):
        start = self._spans[number * 2]
        return default if start < 0 else self.string[start:self._spans[number * 2 + 1]]

    def group(self, *args):
        if not args:
            return self._text(0)
        if len(args) == 1:
            return self._text(self._number(args[0]))
        return tuple([self._text(self._number(group)) for group in args])

    def __getitem__(self, group, /):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple([self._text(number, default) for number in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(number, default) for name, number in self.re.groupindex.items()}

    def start(self, group=0, /):
        return self._spans[self._number(group) * 2]

    def end(self, group=0, /):
        return self._spans[self._number(group) * 2 + 1]

    def span(self, group=0, /):
        number = self._number(group)
        return self._spans[number * 2:number * 2 + 2]

    def expand(self, /, template):
        return _compile_template(self.re, template).expand(self)

    @property
    def regs(self):
        return tuple([self.span(number) for number in range(self.re.groups + 1)])

    @property
    def lastindex(self):
        for number in reversed(self.re._closed):
            if self._spans[number * 2] >= 0:
                return number
        return None

    @property
    def lastgroup(self):
        last = self.lastindex
        for name, number in self.re.groupindex.items():
            if number == last:
                return name
        return None

    def __repr__(self):
        return f'<re.Match object; span={self._spans[:2]}, match={repr(self._text(0))[:50]}>'

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    __class_getitem__ = classmethod(_GenericAlias)


class Pattern:
    """A compiled pattern."""

    __slots__ = ('pattern', 'flags', 'groups', 'groupindex', '_code', '_closed', '__weakref__')

    def __new__(cls):
        raise TypeError("cannot create 're.Pattern' instances")

    def _check(self, string):
        if isinstance(string, str):
            if not isinstance(self.pattern, str):
                raise TypeError('cannot use a bytes pattern on a string-like object')
            return string
        if not isinstance(string, bytes):
            raise TypeError(f"expected string or bytes-like object, got '{type(string).__name__}'")
        if isinstance(self.pattern, str):
            raise TypeError('cannot use a string pattern on a bytes-like object')
        return string

    def _match(self, string, pos, endpos, spans):
        if spans is None:
            return None
        match = object.__new__(Match)
        match.string = string
        match.re = self
        match.pos = pos
        match.endpos = endpos
        match._spans = spans
        return match

    def _once(self, string, pos, endpos, how):
        self._check(string)
        endpos = min(max(endpos, 0), len(string))
        pos = min(max(pos, 0), len(string))
        return self._match(string, pos, endpos, _re.match(self._code, string, pos, endpos, how))

    def match(self, /, string, pos=0, endpos=_sys.maxsize):
        return self._once(string, pos, endpos, _MATCH)

    def fullmatch(self, /, string, pos=0, endpos=_sys.maxsize):
        return self._once(string, pos, endpos, _FULLMATCH)

    def search(self, /, string, pos=0, endpos=_sys.maxsize):
        return self._once(string, pos, endpos, _SEARCH)

    def _spans(self, string, pos=0, endpos=_sys.maxsize):
        # After an empty match the next one must not be empty at the same place.
        self._check(string)
        endpos = min(max(endpos, 0), len(string))
        at = min(max(pos, 0), len(string))
        how = _SEARCH
        while (spans := _re.match(self._code, string, at, endpos, how)) is not None:
            yield spans
            at = spans[1]
            how = _NOT_EMPTY if spans[0] == at else _SEARCH

    def finditer(self, /, string, pos=0, endpos=_sys.maxsize):
        self._check(string)
        return self._matches(string, pos, endpos)

    def _matches(self, string, pos, endpos):
        stop = min(max(endpos, 0), len(string))
        for spans in self._spans(string, pos, endpos):
            yield self._match(string, pos, stop, spans)

    def findall(self, /, string, pos=0, endpos=_sys.maxsize):
        found = []
        for spans in self._spans(string, pos, endpos):
            if self.groups == 0:
                found.append(string[spans[0]:spans[1]])
                continue
            texts = [string[spans[i]:spans[i + 1]] if spans[i] >= 0 else string[:0]
                     for i in range(2, len(spans), 2)]
            found.append(texts[0] if self.groups == 1 else tuple(texts))
        return found

    def split(self, /, string, maxsplit=0):
        pieces = []
        done = made = 0
        for spans in self._spans(string):
            if maxsplit < 0:
                break
            pieces.append(string[done:spans[0]])
            for i in range(2, len(spans), 2):
                pieces.append(string[spans[i]:spans[i + 1]] if spans[i] >= 0 else None)
            done = spans[1]
            made += 1
            if made == maxsplit:
                break
        pieces.append(string[done:])
        return pieces

    def sub(self, /, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, /, repl, string, count=0):
        template = None
        if not callable(repl):
            template = _compile_template(self, repl)
        self._check(string)
        pieces = []
        done = made = 0
        for spans in self._spans(string):
            if count < 0:
                break
            if done < spans[0]:
                pieces.append(string[done:spans[0]])
            match = self._match(string, 0, len(string), spans)
            text = template.expand(match) if template else repl(match)
            if text is not None:
                pieces.append(text)
            done = spans[1]
            made += 1
            if made == count:
                break
        pieces.append(string[done:])
        return string[:0].join(pieces), made

    def __repr__(self):
        flags = self.flags
        if isinstance(self.pattern, str) and flags & _flags.UNICODE:
            flags &= ~_flags.UNICODE
        shown = repr(self.pattern)[:200]
        return f're.compile({shown}, {_flags.describe(flags, ASCII)})' if flags else f're.compile({shown})'

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.pattern, self.flags) == (other.pattern, other.flags) and \
            isinstance(self.pattern, str) == isinstance(other.pattern, str)

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    __class_getitem__ = classmethod(_GenericAlias)


# Functions that compile first

def _compile(pattern, flags):
    if isinstance(flags, int):
        flags = int(flags)
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, (str, bytes)):
        raise TypeError('first argument must be string or compiled pattern')
    key = type(pattern), pattern, flags
    found = _cache.get(key)
    if found is None:
        found = _made(*_compiler.compile(pattern, flags))
        if len(_cache) >= _MOST_CACHED:
            del _cache[next(iter(_cache))]
        _cache[key] = found
    return found


def _made(reader, code):
    made = object.__new__(Pattern)
    made._code = code
    made.pattern = reader.pattern
    made.flags = reader.flags
    made.groups = len(reader.widths) - 1
    made.groupindex = _MappingProxyType(reader.names)
    made._closed = tuple(reader.closed)
    return made


def _compile_template(pattern, repl):
    key = pattern, type(repl), repl
    found = _templates.get(key)
    if found is None:
        found = _parser.Template(repl, pattern)
        if len(_templates) >= _MOST_CACHED:
            del _templates[next(iter(_templates))]
        _templates[key] = found
    return found


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def _by_position(function, names, args, given):
    # Counts and flags are wanted by name; by position they work with a warning.
    if len(args) > len(names):
        most = 3 + len(names) - (function == 'split')
        raise TypeError(f'{function}() takes from {most - len(names)} to {most} positional arguments '
                        f'but {most - len(names) + len(args)} were given')
    for name, value in zip(names, args):
        if given[name] is not _UNSET:
            raise TypeError(f"{function}() got multiple values for argument '{name}'")
        given[name] = value
        _warnings.warn(f'{name!r} is passed as positional argument', DeprecationWarning, stacklevel=3)
        break
    if len(args) > 1:
        given[names[1]] = args[1]
    return [0 if given[name] is _UNSET else given[name] for name in names]


def sub(pattern, repl, string, *args, count=_UNSET, flags=_UNSET):
    count, flags = _by_position('sub', ('count', 'flags'), args, {'count': count, 'flags': flags})
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_UNSET, flags=_UNSET):
    count, flags = _by_position('subn', ('count', 'flags'), args, {'count': count, 'flags': flags})
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_UNSET, flags=_UNSET):
    maxsplit, flags = _by_position('split', ('maxsplit', 'flags'), args, {'maxsplit': maxsplit, 'flags': flags})
    return _compile(pattern, flags).split(string, maxsplit)


_ESCAPES = {ord(char): '\\' + char for char in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_ESCAPES)
    return str(pattern, 'latin1').translate(_ESCAPES).encode('latin1')


def purge():
    _cache.clear()
    _templates.clear()
