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
        used = set()
        text, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return text

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                out.append(literal)
            if name is None:
                continue
            if name == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic '
                                     'field numbering')
                name = str(auto_arg_index)
                auto_arg_index += 1
            elif name.isdigit():
                if auto_arg_index:
                    raise ValueError('cannot switch from automatic field numbering to manual field '
                                     'specification')
                auto_arg_index = False
            obj, used = self.get_field(name, args, kwargs)
            used_args.add(used)
            obj = self.convert_field(obj, conversion)
            spec, auto_arg_index = self._vformat(spec, args, kwargs, used_args, recursion_depth - 1,
                                                 auto_arg_index)
            out.append(self.format_field(obj, spec))
        return ''.join(out), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        for letter, function in (('s', str), ('r', repr), ('a', ascii)):
            if conversion == letter:
                return function(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        return _fields(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _first_of_field(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            obj = getattr(obj, key) if is_attribute else obj[key]
        return obj, first


def _field_end(text, start):
    # Where the brace closes that stands before `start`.
    depth, place = 1, start
    while place < len(text):
        if text[place] == '{':
            depth += 1
        elif text[place] == '}':
            depth -= 1
            if not depth:
                return place
        elif text[place] == '[':
            end = text.find(']', place)
            place = end if end >= 0 else place
        place += 1
    raise ValueError("expected '}' before end of string")


def _split_field(field):
    # (name, spec, conversion)
    place = 0
    while place < len(field) and field[place] not in '!:':
        if field[place] == '[':
            end = field.find(']', place)
            place = end if end >= 0 else place
        place += 1
    name, rest = field[:place], field[place:]
    if not rest.startswith('!'):
        return name, rest[1:], None
    if len(rest) < 2:
        raise ValueError("end of string while looking for conversion specifier")
    if rest[2:3] not in ('', ':'):
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[3:], rest[1]


def _fields(text):
    """(literal text, name, spec, conversion) for each field; the last three None at the end."""
    literal, place = '', 0
    while place < len(text):
        char = text[place]
        if char in '{}' and text[place + 1:place + 2] == char:
            yield literal + char, None, None, None
            literal = ''
            place += 2
        elif char == '}':
            raise ValueError("Single '}' encountered in format string")
        elif char == '{':
            if place + 1 == len(text):
                raise ValueError("Single '{' encountered in format string")
            end = _field_end(text, place + 1)
            yield literal, *_split_field(text[place + 1:end])
            literal = ''
            place = end + 1
        else:
            literal += char
            place += 1
    if literal:
        yield literal, None, None, None


def _first_of_field(name):
    # The argument's number or name, and (is it an attribute, its name or key) for what follows.
    end = min([place for place in (name.find('.'), name.find('[')) if place >= 0],
              default=len(name))
    first, rest, parts = name[:end], name[end:], []
    while rest:
        if rest[0] == '.':
            ends = [place for place in (rest.find('.', 1), rest.find('[', 1)) if place >= 0]
            end = min(ends, default=len(rest))
            parts.append((True, rest[1:end]))
            rest = rest[end:]
        elif rest[0] == '[':
            end = rest.find(']')
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = rest[1:end]
            if not key:
                raise ValueError('Empty attribute in format string')
            parts.append((False, int(key) if key.isdigit() else key))
            rest = rest[end + 1:]
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
    return int(first) if first.isdigit() else first, parts


__all__ = (
    'ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable '
    'punctuation whitespace Formatter Template').split()
