"""Command lines as a shell reads them."""

import re as _re

__all__ = ['split', 'quote', 'join']

_UNSAFE = _re.compile(r'[^\w@%+=:,./-]', _re.ASCII)


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError('s argument must not be None')
    words = []
    word = None
    quote = ''
    at = 0
    while at < len(s):
        char = s[at]
        at += 1
        if quote:
            if char == quote:
                quote = ''
                word += '' if posix else char
            elif char == '\\' and quote == '"' and posix:
                if at == len(s):
                    raise ValueError('No escaped character')
                following = s[at]
                at += 1
                word += following if following in '"\\' else char + following
            else:
                word += char
        elif char in ' \t\r\n':
            if word is not None:
                words.append(word)
            word = None
        elif char in '\'"':
            quote = char
            word = (word or '') + ('' if posix else char)
        elif char == '\\' and posix:
            if at == len(s):
                raise ValueError('No escaped character')
            word = (word or '') + s[at]
            at += 1
        elif char == '#' and comments:
            end = s.find('\n', at)
            at = len(s) if end < 0 else end
        else:
            word = (word or '') + char
    if quote:
        raise ValueError('No closing quotation')
    if word is not None:
        words.append(word)
    return words


def quote(s):
    if not s:
        return "''"
    if not isinstance(s, str):
        raise TypeError(f"expected string object, got {type(s).__name__!r}")
    if _UNSAFE.search(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return ' '.join([quote(word) for word in split_command])
