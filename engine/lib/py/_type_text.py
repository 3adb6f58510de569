"""Reads annotations that were written, or kept, as text: names, attributes, subscripts, `|`."""
import builtins
import re

_PARTS = re.compile(r'\s*(?:(\d+)|(\w+)|(\.\.\.|[][(),.|])|(\'[^\']*\'|"[^"]*"))')
_CONSTANTS = {'None': None, 'True': True, 'False': False}


class _Reader:
    def __init__(self, text, spaces):
        self.text, self.spaces = text, spaces
        self.parts, at, end = [], 0, len(text.rstrip())
        while at < end:
            found = _PARTS.match(text, at)
            if not found:
                self.fail()
            at = found.end()
            self.parts.append((found.lastindex, found[found.lastindex]))

    def fail(self):
        raise SyntaxError(f'Forward reference must be an expression -- got {self.text!r}')

    def take(self, sign):
        if self.parts and self.parts[0] == (3, sign):
            return self.parts.pop(0)
        return None

    def need(self, sign):
        if not self.take(sign):
            self.fail()

    def whole(self):
        value = self.union()
        if self.parts:
            self.fail()
        return value

    def union(self):
        value = self.primary()
        while self.take('|'):
            value = value | self.primary()
        return value

    def primary(self):
        value = self.atom()
        while True:
            if self.take('.'):
                if not self.parts or self.parts[0][0] != 2:
                    self.fail()
                value = getattr(value, self.parts.pop(0)[1])
            elif self.take('['):
                value = value[self.items(']')]
            else:
                return value

    def items(self, end):
        values, commas = [], 0
        while not self.take(end):
            values.append(self.union())
            if self.take(','):
                commas += 1
            else:
                self.need(end)
                break
        return values[0] if len(values) == 1 and not commas else tuple(values)

    def atom(self):
        if self.take('...'):
            return ...
        if self.take('('):
            return self.items(')')
        if self.take('['):
            values = self.items(']')
            return list(values) if isinstance(values, tuple) else [values]
        if not self.parts or self.parts[0][0] == 3:
            self.fail()
        kind, text = self.parts.pop(0)
        if kind == 1:
            return int(text)
        if kind == 4:
            return text[1:-1]
        return self.name(text)

    def name(self, name):
        if name in _CONSTANTS:
            return _CONSTANTS[name]
        for space in (*self.spaces, builtins.__dict__):
            if name in space:
                return space[name]
        raise NameError(f'name {name!r} is not defined', name=name)


def value_of(text, *spaces):
    """What the text stands for; names are looked up in the namespaces, then among the builtins."""
    return _Reader(text, [space for space in spaces if space]).whole()
