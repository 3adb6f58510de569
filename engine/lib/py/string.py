"""Constants of characters, Template and Formatter."""

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class Template:
    """Text with $names."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _name_at(self, start):
        # (name, where the rest begins); the name is None where there is none.
        text = self.template
        braced = text[start:start + 1] == '{'
        first = end = start + braced
        while end < len(text) and (text[end] == '_' or text[end].isascii() and text[end].isalnum()):
            end += 1
        name = text[first:end]
        if not name or name[0].isdigit() or braced and text[end:end + 1] != '}':
            return None, start
        return name, end + braced

    def convert(self, values, strict):
        text = self.template
        parts = []
        place = 0
        while (found := text.find(self.delimiter, place)) >= 0:
            parts.append(text[place:found])
            after = found + len(self.delimiter)
            if text.startswith(self.delimiter, after):
                parts.append(self.delimiter)
                place = after + len(self.delimiter)
                continue
            name, place = self._name_at(after)
            if name is None:
                if strict:
                    self._invalid(found)
                parts.append(self.delimiter)
            elif strict or name in values:
                parts.append(str(values[name]))
            else:
                parts.append(text[found:place])
        return ''.join(parts) + text[place:]

    _filled = convert  # as the frame is called in CPython's tracebacks
    del convert

    def _invalid(self, place):
        lines = self.template[:place].splitlines(keepends=True) or ['']
        if lines[-1].endswith('\n'):
            lines.append('')
        raise ValueError(f'Invalid placeholder in string: line {len(lines)}, '
                         f'col {len(lines[-1]) + 1}')

    def substitute(self, mapping={}, /, **kws):
        return self._filled({**mapping, **kws}, True)

    def safe_substitute(self, mapping={}, /, **kws):
        return self._filled({**mapping, **kws}, False)

    def get_identifiers(self):
        names = []
        place = 0
        while (found := self.template.find(self.delimiter, place)) >= 0:
            after = found + len(self.delimiter)
            if self.template.startswith(self.delimiter, after):
                place = after + len(self.delimiter)
                continue
            name, place = self._name_at(after)
            if name is not None and name not in names:
                names.append(name)
        return names

    def is_valid(self):
        try:
            self._filled(dict.fromkeys(self.get_identifiers(), ''), True)
        except ValueError:
            return False
        return True


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)

__all__ = (
    'ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable '
    'punctuation whitespace Formatter Template').split()
