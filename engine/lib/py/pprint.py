"""Values as text over several lines."""

import sys
from collections import (ChainMap, Counter, OrderedDict, UserDict, UserList, UserString,
                         defaultdict, deque)
from types import MappingProxyType, SimpleNamespace

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


class _Key:
    """Sorts anything: by value where values compare, else by type and address."""

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _sorted_items(mapping):
    return sorted(mapping.items(), key=lambda item: (_Key(item[0]), _Key(item[1])))


class PrettyPrinter:

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers
        self._readable = True
        self._recursive = False

    def pprint(self, object):
        stream = sys.stdout if self._stream is None else self._stream
        stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        out = []
        self._put(object, out.append, 0, 0, {}, 0)
        return ''.join(out)

    def isreadable(self, object):
        self._one_line(object, {}, 0)
        return self._readable and not self._recursive

    def isrecursive(self, object):
        self._one_line(object, {}, 0)
        return self._recursive

    # ---- On one line

    def _one_line(self, obj, inside, level):
        self._readable, self._recursive = True, False
        return self._short(obj, inside, level)

    def format(self, object, context, maxlevels, level):
        text = self._short(object, context, level)
        return text, self._readable, self._recursive

    def _short(self, obj, inside, level):
        cls = type(obj)
        if issubclass(cls, int) and self._underscore_numbers and cls.__repr__ is int.__repr__:
            return f'{obj:_d}'
        wanted = next((base for base in (dict, list, tuple) if issubclass(cls, base) and
                       cls.__repr__ is base.__repr__), None)
        if wanted is None:
            text = repr(obj)
            self._readable = self._readable and not text.startswith('<')
            return text
        if not obj:
            return repr(obj)
        if self._depth and level >= self._depth:
            return {dict: '{...}', list: '[...]',
                    tuple: '(...,)' if len(obj) == 1 else '(...)'}[wanted]
        if id(obj) in inside:
            self._recursive = True
            return _recursion(obj)
        inside[id(obj)] = 1
        text = self._short_items(obj, wanted, inside, level + 1)
        del inside[id(obj)]
        return text

    def _short_items(self, obj, kind, inside, level):
        if kind is dict:
            items = _sorted_items(obj) if self._sort_dicts else obj.items()
            return '{%s}' % ', '.join(f'{self._nested(key, inside, level)}: '
                                      f'{self._nested(value, inside, level)}'
                                      for key, value in items)
        inner = ', '.join(self._nested(item, inside, level) for item in obj)
        if kind is list:
            return f'[{inner}]'
        return f'({inner},)' if len(obj) == 1 else f'({inner})'

    def _nested(self, obj, inside, level):
        return self.format(obj, inside, self._depth, level)[0]

    # ---- Over several

    def _put(self, obj, write, indent, allowance, inside, level):
        if id(obj) in inside:
            write(_recursion(obj))
            self._recursive, self._readable = True, False
            return
        self._readable, self._recursive = True, False
        text = self._nested(obj, dict(inside), level)
        if len(text) > self._width - indent - allowance:
            how = _LONG.get(type(obj).__repr__)
            if how is None and _is_dataclass(obj):
                how = PrettyPrinter._put_dataclass
            if how is not None and (obj or type(obj) in (dict, list, tuple) or
                                    _is_dataclass(obj)):
                inside[id(obj)] = 1
                how(self, obj, write, indent, allowance, inside, level + 1)
                del inside[id(obj)]
                return
        write(text)

    def _put_dict(self, obj, write, indent, allowance, inside, level):
        items = _sorted_items(obj) if self._sort_dicts else list(obj.items())
        self._put_pairs(items, write, indent, allowance, inside, level)

    def _put_pairs(self, items, write, indent, allowance, inside, level):
        write('{' + ' ' * (self._indent - 1))
        self._put_dict_items(items, write, indent, allowance + 1, inside, level)
        write('}')

    def _put_dict_items(self, items, write, indent, allowance, inside, level):
        indent += self._indent
        for i, (key, value) in enumerate(items):
            if i:
                write(',\n' + ' ' * indent)
            text = self._nested(key, inside, level)
            write(text + ': ')
            last = i == len(items) - 1
            self._put(value, write, indent + len(text) + 2, allowance if last else 1, inside, level)

    def _put_items(self, items, write, indent, allowance, inside, level, start, end):
        write(start)
        if self._indent > 1:
            write(' ' * (self._indent - 1))
        items = list(items)
        if self._compact:
            self._put_compact(items, write, indent, allowance + len(end), inside, level)
        else:
            indent += self._indent
            for i, item in enumerate(items):
                if i:
                    write(',\n' + ' ' * indent)
                last = i == len(items) - 1
                self._put(item, write, indent, allowance + len(end) if last else 1, inside, level)
        write(end)

    def _put_compact(self, items, write, indent, allowance, inside, level):
        indent += self._indent
        room = width = self._width - indent + 1
        before = ''
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            text = self._nested(item, inside, level)
            size = len(text) + 2
            if room < size:
                room = width
                if before:
                    before = ',\n' + ' ' * indent
            if room >= size:
                room -= size
                write(before + text)
            else:
                write(before)
                self._put(item, write, indent, allowance if last else 1, inside, level)
                room = -1
            before = ', ' if room >= 0 else ',\n' + ' ' * indent

    def _put_list(self, obj, write, indent, allowance, inside, level):
        self._put_items(obj, write, indent, allowance, inside, level, '[', ']')

    def _put_tuple(self, obj, write, indent, allowance, inside, level):
        self._put_items(obj, write, indent, allowance, inside, level, '(',
                        ',)' if len(obj) == 1 else ')')

    def _put_set(self, obj, write, indent, allowance, inside, level):
        start, end = '{', '}'
        if type(obj) is not set:
            start, end = type(obj).__name__ + '({', '})'
            indent += len(type(obj).__name__) + 1
        self._put_items(sorted(obj, key=_Key), write, indent, allowance, inside, level, start, end)

    def _put_str(self, obj, write, indent, allowance, inside, level):
        """A long text as several literals in brackets, broken after white space."""
        if level == 1:
            indent += 1
            allowance += 1
        chunks = []
        lines = obj.splitlines(True)
        for i, line in enumerate(lines):
            room = self._width - indent - (allowance if i == len(lines) - 1 else 0)
            if len(repr(line)) <= room:
                chunks.append(repr(line))
                continue
            part = ''
            words = _words(line)
            for j, word in enumerate(words):
                last = i == len(lines) - 1 and j == len(words) - 1
                room = self._width - indent - (allowance if last else 0)
                if part and len(repr(part + word)) > room:
                    chunks.append(repr(part))
                    part = word
                else:
                    part += word
            if part:
                chunks.append(repr(part))
        if len(chunks) == 1:
            write(chunks[0])
            return
        joined = ('\n' + ' ' * indent).join(chunks)
        write(f'({joined})' if level == 1 else joined)

    def _put_bytes(self, obj, write, indent, allowance, inside, level):
        if len(obj) <= 4:
            write(repr(obj))
            return
        brackets = level == 1
        if brackets:
            indent += 1
            allowance += 1
            write('(')
        before = ''
        for part in _byte_parts(obj, self._width - indent, allowance):
            write(before + part)
            before = '\n' + ' ' * indent
        if brackets:
            write(')')

    def _put_bytearray(self, obj, write, indent, allowance, inside, level):
        write('bytearray(')
        self._put_bytes(bytes(obj), write, indent + 10, allowance + 1, inside, level + 1)
        write(')')

    def _put_mappingproxy(self, obj, write, indent, allowance, inside, level):
        write('mappingproxy(')
        self._put(obj.copy(), write, indent + 13, allowance + 1, inside, level)
        write(')')

    def _put_user(self, obj, write, indent, allowance, inside, level):
        self._put(obj.data, write, indent, allowance, inside, level - 1)

    def _put_namespace(self, obj, write, indent, allowance, inside, level):
        name = 'namespace' if type(obj) is SimpleNamespace else type(obj).__name__
        indent += len(name) + 1
        write(f'{name}(')
        items = list(vars(obj).items())
        for i, (key, value) in enumerate(items):
            if i:
                write(',\n' + ' ' * indent)
            write(f'{key}=')
            last = i == len(items) - 1
            if id(value) in inside:
                write('...')
            else:
                self._put(value, write, indent + len(key) + 1, allowance if last else 1, inside, level)
        write(')')

    def _put_named(self, obj, inner, write, indent, allowance, inside, level):
        """Name(inner), the inner value over several lines."""
        name = type(obj).__name__
        write(f'{name}(')
        self._put(inner, write, indent + len(name) + 1, allowance + 1, inside, level)
        write(')')

    def _put_ordered(self, obj, write, indent, allowance, inside, level):
        self._put_named(obj, list(obj.items()), write, indent, allowance, inside, level)

    def _put_default(self, obj, write, indent, allowance, inside, level):
        factory = self._nested(obj.default_factory, inside, level)
        indent += len(type(obj).__name__) + 1
        write(f'{type(obj).__name__}({factory},\n{" " * indent}')
        self._put_dict(obj, write, indent, allowance + 1, inside, level)
        write(')')

    def _put_counter(self, obj, write, indent, allowance, inside, level):
        name = type(obj).__name__
        write(f'{name}({{')
        if self._indent > 1:
            write(' ' * (self._indent - 1))
        self._put_dict_items(obj.most_common(), write, indent + len(name) + 1, allowance + 2,
                             inside, level)
        write('})')

    def _put_deque(self, obj, write, indent, allowance, inside, level):
        name = type(obj).__name__
        indent += len(name) + 1
        write(f'{name}(')
        if obj.maxlen is None:
            self._put_items(obj, write, indent, allowance + 1, inside, level, '[', '])')
            return
        self._put_items(obj, write, indent, 2, inside, level, '[', ']')
        write(f',\n{" " * indent}maxlen={self._nested(obj.maxlen, inside, level)})')

    def _put_chain(self, obj, write, indent, allowance, inside, level):
        name = type(obj).__name__
        write(f'{name}(')
        indent += len(name) + 1
        for i, part in enumerate(obj.maps):
            last = i == len(obj.maps) - 1
            self._put(part, write, indent, allowance + 1 if last else 1, inside, level)
            write(')' if last else ',\n' + ' ' * indent)

    def _put_dataclass(self, obj, write, indent, allowance, inside, level):
        import dataclasses
        name = type(obj).__name__
        indent += len(name) + 1
        fields = [field for field in dataclasses.fields(obj) if field.repr]
        write(f'{name}(')
        for i, field in enumerate(fields):
            if i:
                write(',\n' + ' ' * indent)
            write(f'{field.name}=')
            last = i == len(fields) - 1
            value = getattr(obj, field.name)
            if id(value) in inside:
                write('...')
            else:
                self._put(value, write, indent + len(field.name) + 1,
                          allowance if last else 1, inside, level)
        write(')')


def _words(line):
    """Runs of characters with the white space behind them."""
    words = []
    for i, character in enumerate(line):
        if words and not (line[i - 1].isspace() and not character.isspace()):
            words[-1] += character
        else:
            words.append(character)
    return words


def _byte_parts(obj, width, allowance):
    """Literals of at most `width` characters, four bytes by four."""
    part = b''
    last = len(obj) // 4 * 4
    for start in range(0, len(obj), 4):
        piece = obj[start:start + 4]
        if start == last:
            width -= allowance
        if part and len(repr(part + piece)) > width:
            yield repr(part)
            part = piece
        else:
            part += piece
    if part:
        yield repr(part)


def _is_dataclass(obj):
    code = getattr(type(obj).__repr__, '__code__', None)
    return (hasattr(type(obj), '__dataclass_fields__') and code is not None
            and code.co_filename.endswith('dataclasses.py'))


def _recursion(obj):
    return f'<Recursion on {type(obj).__name__} with id={id(obj)}>'


_LONG = {
    dict.__repr__: PrettyPrinter._put_dict,
    list.__repr__: PrettyPrinter._put_list,
    tuple.__repr__: PrettyPrinter._put_tuple,
    set.__repr__: PrettyPrinter._put_set,
    frozenset.__repr__: PrettyPrinter._put_set,
    str.__repr__: PrettyPrinter._put_str,
    bytes.__repr__: PrettyPrinter._put_bytes,
    bytearray.__repr__: PrettyPrinter._put_bytearray,
    MappingProxyType.__repr__: PrettyPrinter._put_mappingproxy,
    SimpleNamespace.__repr__: PrettyPrinter._put_namespace,
    OrderedDict.__repr__: PrettyPrinter._put_ordered,
    defaultdict.__repr__: PrettyPrinter._put_default,
    Counter.__repr__: PrettyPrinter._put_counter,
    deque.__repr__: PrettyPrinter._put_deque,
    ChainMap.__repr__: PrettyPrinter._put_chain,
    UserDict.__repr__: PrettyPrinter._put_user,
    UserList.__repr__: PrettyPrinter._put_user,
    UserString.__repr__: PrettyPrinter._put_user,
}


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._one_line(object, {}, 0)


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
