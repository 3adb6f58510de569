"""The flags of patterns, and what is raised for a pattern that is wrong."""

import enum


class PatternError(Exception):
    """Says what is wrong with a pattern, and where."""

    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = '\n' if isinstance(pattern, str) else b'\n'
            before = pattern[:pos]
            self.lineno = before.count(newline) + 1
            self.colno = pos - before.rfind(newline)
            msg = f'{msg} at position {pos}'
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


class RegexFlag(enum.IntFlag):
    __module__ = 're'

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128

    def __repr__(self):
        return describe(int(self)) or 're.NOFLAG'

    __str__ = __repr__


NAMED = ((256, 'ASCII'), (2, 'IGNORECASE'), (4, 'LOCALE'), (32, 'UNICODE'), (8, 'MULTILINE'),
         (16, 'DOTALL'), (64, 'VERBOSE'), (128, 'DEBUG'))


def describe(flags, last=0):
    """With the flag `last` behind the others."""
    names = ['re.' + name for flag, name in NAMED if flags & flag & ~last]
    names += ['re.' + name for flag, name in NAMED if flags & flag & last]
    rest = flags & ~sum([flag for flag, _ in NAMED])
    if rest:
        names.append(hex(rest))
    return '|'.join(names)


ASCII, IGNORECASE, LOCALE, UNICODE = 256, 2, 4, 32
MULTILINE, DOTALL, VERBOSE, DEBUG = 8, 16, 64, 128
