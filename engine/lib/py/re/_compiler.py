"""A pattern for the module _re, and what is known of it. The frames here are CPython's."""

import _re

from . import _parser
from ._flags import PatternError


def _compile(reader, text):
    if reader.uneven:
        raise PatternError('look-behind requires fixed-width pattern')
    try:
        return _re.compile(text if reader.is_text else text.encode('latin-1'), reader.flags)
    except ValueError as reason:
        raise PatternError(str(reason), reader.pattern) from None


def _code(reader, text):
    return _compile(reader, text)


def compile(p, flags=0):
    """What was read, and PCRE2's program."""
    reader = _parser.Translator(p, flags)
    text = reader.parse()
    return reader, _code(reader, text)
