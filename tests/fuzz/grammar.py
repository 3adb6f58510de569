"""Random programs in the part of Python that the engine runs: every one ends, and tells all it does.

A program is a list of pieces. Each piece is a function that runs under `attempt`, which prints the
exception it ends with; so one program tries many things. What is left open by CPython or lies outside
the engine does not occur: the order of sets, addresses, recursion limits.
"""

PRELUDE = '''\
import collections, contextlib, dataclasses, functools, itertools, operator, sys, traceback
from dataclasses import InitVar
from typing import ClassVar

def show(value):
    if isinstance(value, (set, frozenset)):
        return type(value).__name__ + str(sorted(map(repr, value)))
    return repr(value)

def attempt(piece, *args, **kwargs):
    try:
        print(piece.__name__, show(piece(*args, **kwargs)))
    except Exception as error:
        print(piece.__name__, type(error).__name__, error)
        inner = error
        while inner := inner.__cause__ or inner.__context__:
            print('  after', type(inner).__name__, inner)

turns = 9
def take_turn(error):
    global turns
    turns -= 1
    if turns < 0:
        turns = 9
        raise error

class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self
    def __exit__(self, kind, error, trace):
        print('exit', self.name, kind and kind.__name__, error)
        return self.swallow
'''

INTS = ('0', '1', '2', '-1', '3', '5', '-7', '10', '42', '255', '1000', '-12345', 'True', '1234567',
        '2 ** 64', '-(2 ** 63)', '9223372036854775807', '10 ** 22', '123456789012345678901234567890')
FLOATS = ('0.0', '-0.0', '1.0', '0.5', '-1.5', '2.25', '3.14159', '1e3', '1e-7', '1e16', '123456.789',
          '1e22', "float('inf')", "float('nan')", '0.1', '2.675')
STRINGS = ("''", "'a'", "'abc'", "'Hello'", "'hello world'", "'a,b,,c'", "' x '", "'12'", "'-3.5'",
           "'\\n'", "'tab\\there'", "\"it's\"", "'\"'", "'é'", "'ß'", "'日本'", "'ABC'", "'aXbXc'",
           "'{}'", "'%s'", "'one\\ntwo\\r\\nthree'", "'0x1f'", "'ǅ'", "'x' * 3")
BYTES = ("b''", "b'a'", "b'abc'", "b'hello world'", "b'\\x00\\xff'", "b'1,2,3'", "b' x '", "b'12'")
ERRORS = ('ValueError', 'KeyError', 'TypeError', 'IndexError', 'RuntimeError', 'LookupError',
          'ArithmeticError', 'ZeroDivisionError', 'StopIteration', 'OSError')

# Method: kinds of its arguments. A kind after '?' may be left out.
METHODS = {
    'str': {
        'upper': '', 'lower': '', 'title': '', 'capitalize': '', 'swapcase': '', 'casefold': '',
        'strip': '?str', 'lstrip': '?str', 'rstrip': '?str', 'split': '?str ?small',
        'rsplit': '?str ?small', 'splitlines': '?bool', 'join': 'list_str', 'replace': 'str str ?small',
        'find': 'str ?small ?small', 'rfind': 'str ?small', 'index': 'str ?small', 'rindex': 'str',
        'count': 'str ?small ?small', 'startswith': 'str ?small', 'endswith': 'str ?small ?small',
        'center': 'small ?char', 'ljust': 'small ?char', 'rjust': 'small ?char', 'zfill': 'small',
        'partition': 'str', 'rpartition': 'str', 'expandtabs': '?small', 'isdigit': '', 'isalpha': '',
        'isalnum': '', 'isspace': '', 'isupper': '', 'islower': '', 'istitle': '', 'isnumeric': '',
        'isdecimal': '', 'isidentifier': '', 'isprintable': '', 'isascii': '', 'encode': '',
        'removeprefix': 'str', 'removesuffix': 'str', 'format': 'any ?any', '__len__': '',
        '__contains__': 'str', '__mul__': 'small', '__add__': 'str', '__getitem__': 'small',
    },
    'bytes': {
        'upper': '', 'lower': '', 'title': '', 'strip': '?bytes', 'split': '?bytes ?small',
        'join': 'list_bytes', 'replace': 'bytes bytes', 'find': 'bytes', 'count': 'bytes', 'hex': '',
        'decode': '', 'startswith': 'bytes', 'endswith': 'bytes', 'index': 'bytes', 'center': 'small',
        'zfill': 'small', 'partition': 'bytes', 'isdigit': '', 'isalpha': '', 'splitlines': '',
    },
    'list': {
        'append': 'any', 'extend': 'iter', 'insert': 'small any', 'pop': '?small', 'remove': 'any',
        'index': 'any ?small', 'count': 'any', 'reverse': '', 'copy': '', 'clear': '', 'sort': '',
        '__len__': '', '__contains__': 'any', '__iadd__': 'iter', '__getitem__': 'small',
    },
    'tuple': {'index': 'any ?small', 'count': 'any', '__len__': '', '__add__': 'tuple', '__mul__': 'small'},
    'dict': {
        'get': 'key ?any', 'pop': 'key ?any', 'setdefault': 'key ?any', 'keys': '', 'values': '',
        'items': '', 'copy': '', 'clear': '', 'update': 'dict', 'popitem': '', '__contains__': 'key',
        '__len__': '', '__getitem__': 'key', '__or__': 'dict',
    },
    'set': {
        'add': 'key', 'discard': 'key', 'remove': 'key', 'union': 'iter', 'intersection': 'iter',
        'difference': 'iter', 'symmetric_difference': 'iter', 'issubset': 'iter', 'issuperset': 'iter',
        'isdisjoint': 'iter', 'update': 'iter', 'copy': '', 'clear': '', 'intersection_update': 'iter',
    },
    'int': {'bit_length': '', 'bit_count': '', 'conjugate': '', 'as_integer_ratio': '', '__neg__': '',
            'is_integer': '', '__add__': 'int', '__floordiv__': 'int', '__mod__': 'int', '__eq__': 'any'},
    'float': {'is_integer': '', 'hex': '', '__add__': 'float', '__round__': '?small', '__lt__': 'float'},
}

# Function: kinds of its arguments, as above.
FUNCTIONS = {
    'len': 'sized', 'abs': 'number', 'round': 'number ?small', 'divmod': 'number number', 'str': 'any',
    'repr': 'any', 'int': 'str', 'float': 'str', 'bool': 'any', 'list': 'iter', 'tuple': 'iter',
    'dict': 'dict', 'sorted': 'iter', 'sum': 'list_number', 'min': 'iter', 'max': 'iter', 'any': 'iter',
    'all': 'iter', 'ord': 'str', 'chr': 'small', 'hex': 'int', 'bin': 'int', 'oct': 'int',
    'callable': 'any', 'ascii': 'any', 'type': 'any', 'bytes': 'list_small',
    'isinstance': 'any type', 'format': 'any ?spec', 'next': 'iterator ?any', 'pow': 'small small ?small',
}
TYPES = ('int', 'float', 'str', 'list', 'dict', 'tuple', 'set', 'bytes', 'bool', 'object', '(int, str)')
BINARY = ('+', '-', '*', '/', '//', '%', '&', '|', '^', '<<', '>>')
COMPARE = ('==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'is not')
KINDS = ('int', 'float', 'str', 'bool', 'list', 'tuple', 'dict', 'bytes', 'none')
ATOMIC = ('none', 'small', 'char', 'key', 'type')


class Expressions:
    """Expressions of a wanted kind; now and then of another one, for the messages."""

    def __init__(self, rng):
        self.rng = rng
        self.names = {}  # kind: names of variables that hold one

    def pick(self, items):
        return self.rng.choice(items)

    def chance(self, percent):
        return self.rng.randrange(100) < percent

    def expr(self, kind='any', depth=2):
        if self.chance(4):
            kind = 'any'
        if kind == 'any':
            kind = self.pick(KINDS)
        if self.names.get(kind) and self.chance(40):
            return self.pick(self.names[kind])
        if depth <= 0 or kind in ATOMIC:
            return self.atom(kind)
        if self.chance(30):
            return self.composed(kind, depth)
        return getattr(self, 'make_' + kind)(depth - 1)

    def composed(self, kind, depth):
        form = self.rng.randrange(6)
        inner = depth - 1
        if form == 0:
            return f'({self.expr(kind, inner)} if {self.expr("bool", inner)} else {self.expr(kind, inner)})'
        if form == 1:
            return f'({self.expr(kind, inner)} {self.pick(("and", "or"))} {self.expr(kind, inner)})'
        if form == 2:
            return f'(lambda v: v)({self.expr(kind, inner)})'
        if form == 3:
            return f'({self.pick("uvw")} := {self.expr(kind, inner)})'
        if form == 4:
            return f'{self.expr("sized", inner)}[{self.index(inner)}]'
        return self.call(inner)

    def atom(self, kind):
        table = {'int': INTS, 'float': FLOATS, 'str': STRINGS, 'bytes': BYTES, 'bool': ('True', 'False'),
                 'none': ('None',), 'list': ('[]', '[1, 2, 3]', "['a', 'b']", '[[1], [2]]'),
                 'tuple': ('()', '(1,)', "(1, 'a')", '(3, 1, 2)'), 'set': ('set()', '{1, 2}', "{'a'}"),
                 'dict': ('{}', "{'a': 1}", "{1: 'x', 'b': None}"), 'char': ("'*'", "'-'", "'é'", "'ab'"),
                 'small': ('0', '1', '2', '3', '-1', '-2', '7', 'True'), 'type': TYPES,
                 'key': ("'a'", "'b'", '1', '2', 'None', '(1, 2)')}
        if kind in table:
            return self.pick(table[kind])
        return getattr(self, 'make_' + kind)(0)

    # ---- kinds that stand for several ------------------------------------------------------------
    def make_number(self, depth):
        return self.expr(self.pick(('int', 'float', 'bool')), depth)

    def make_sized(self, depth):
        return self.expr(self.pick(('str', 'list', 'tuple', 'dict', 'bytes')), depth)

    def make_iter(self, depth):
        return self.expr(self.pick(('str', 'list', 'tuple', 'dict', 'list', 'iterator', 'bytes')), depth)

    def make_any(self, depth):
        return self.expr('any', depth)

    def make_spec(self, depth):
        return repr(self.spec())

    def make_list_str(self, depth):
        return '[' + ', '.join(self.expr('str', 0) for _ in range(self.rng.randrange(4))) + ']'

    def make_list_bytes(self, depth):
        return '[' + ', '.join(self.expr('bytes', 0) for _ in range(self.rng.randrange(4))) + ']'

    def make_list_number(self, depth):
        return '[' + ', '.join(self.expr('number', 1) for _ in range(self.rng.randrange(4))) + ']'

    def make_list_small(self, depth):
        return '[' + ', '.join(self.expr('small', 0) for _ in range(self.rng.randrange(4))) + ']'

    def make_iterator(self, depth):
        source = self.expr(self.pick(('str', 'list', 'tuple', 'dict')), depth)
        other = self.expr(self.pick(('str', 'list', 'tuple')), depth)
        return self.pick((f'iter({source})', f'enumerate({source})', f'zip({source}, {other})',
                          f'reversed({source})', f'map(str, {source})', f'filter(None, {source})',
                          f'({self.comprehension("str", depth)})', f'enumerate({source}, 1)',
                          f'zip({source}, {other}, strict=True)', f'map(lambda a, b: (b, a), {source}, {other})'))

    # ---- plain kinds -------------------------------------------------------------------------------
    def make_int(self, depth):
        form = self.rng.randrange(5)
        if form == 0:
            return self.method('int', depth)
        if form == 1:
            return f'{self.pick("-~+")}{self.expr("int", depth)}'
        if form == 2:
            return f'len({self.expr("sized", depth)})'
        return f'({self.expr("int", depth)} {self.pick(BINARY)} {self.expr("int" if form == 3 else "number", depth)})'

    def make_float(self, depth):
        if self.chance(25):
            return self.method('float', depth)
        return f'({self.expr("float", depth)} {self.pick(BINARY[:6])} {self.expr("number", depth)})'

    def make_bool(self, depth):
        form = self.rng.randrange(4)
        if form == 0:
            return f'(not {self.expr("any", depth)})'
        if form == 1:
            kind = self.pick(KINDS)
            return f'({self.expr(kind, depth)} {self.pick(COMPARE)} {self.expr(kind, depth)})'
        if form == 2:
            return (f'({self.expr("number", depth)} {self.pick(COMPARE[:6])} {self.expr("number", depth)} '
                    f'{self.pick(COMPARE[:6])} {self.expr("number", depth)})')
        return self.method('str', depth)

    def make_str(self, depth):
        form = self.rng.randrange(6)
        if form == 0:
            return f'({self.expr("str", depth)} + {self.expr("str", depth)})'
        if form == 1:
            return self.fstring(depth)
        if form == 2:
            return self.percent(depth)
        if form == 3:
            return f'str({self.expr("any", depth)})'
        if form == 4:
            return f'{self.expr("str", depth)}[{self.slice(depth)}]'
        return self.method('str', depth)

    def make_bytes(self, depth):
        if self.chance(40):
            return f'({self.expr("bytes", depth)} {self.pick("+*")} {self.expr("bytes", depth)})'
        return self.method('bytes', depth)

    def make_list(self, depth):
        return self.sequence('list', '[]', depth)

    def make_tuple(self, depth):
        return self.sequence('tuple', '()', depth)

    def sequence(self, kind, brackets, depth):
        form = self.rng.randrange(6)
        if form == 0:
            return f'({self.expr(kind, depth)} + {self.expr(kind, depth)})'
        if form == 1:
            return f'({self.expr(kind, depth)} * {self.expr("small", depth)})'
        if form == 2:
            return f'{self.expr(kind, depth)}[{self.slice(depth)}]'
        if form == 3:
            return f'{kind}({self.expr("iter", depth)})'
        if form == 4 and kind == 'list':
            return f'[{self.comprehension("any", depth)}]'
        items = ''.join(self.item(depth) + ', ' for _ in range(self.rng.randrange(4)))
        return brackets[0] + items + brackets[1]

    def item(self, depth):
        return f'*{self.expr("iter", depth)}' if self.chance(15) else self.expr('any', depth)

    def make_dict(self, depth):
        form = self.rng.randrange(4)
        if form == 0:
            return f'({self.expr("dict", depth)} | {self.expr("dict", depth)})'
        if form == 1:
            target, source = self.generator(depth)
            return f'{{{self.pick("xi")}: {self.expr("any", depth)} for {target} in {source}}}'
        items = ''.join(f'**{self.expr("dict", depth)}, ' if self.chance(15)
                        else f'{self.expr("key", depth)}: {self.expr("any", depth)}, '
                        for _ in range(self.rng.randrange(4)))
        return f'{{{items}}}'

    def make_set(self, depth):
        if self.chance(50):
            return f'({self.expr("set", depth)} {self.pick("|&-^")} {self.expr("set", depth)})'
        return f'set({self.expr("tuple", depth)})'

    # ---- parts ---------------------------------------------------------------------------------------
    def generator(self, depth):
        if self.chance(25):
            return self.pick(('x, i', '(i, *x)')), f'enumerate({self.expr("iter", depth)})'
        return self.pick(('x', 'i')), self.pick((f'range({self.atom("small")})', self.expr('iter', depth)))

    def comprehension(self, kind, depth):
        target, source = self.generator(depth)
        kept, self.names = self.names, {**self.names, 'int': ['x', 'i'], 'str': ['x']}
        value = self.pick(('x', 'i', '(x, i)', self.expr(kind, depth)))
        condition = f' if {self.expr("bool", depth)}' if self.chance(30) else ''
        second = f' for i in range({self.atom("small")})' if self.chance(15) else ''
        self.names = kept
        return f'{value} for {target} in {source}{condition}{second}'

    def index(self, depth):
        return self.pick((self.atom('small'), self.slice(depth), self.expr('key', depth)))

    def slice(self, depth):
        part = lambda: self.atom('small') if self.chance(60) else ''
        step = ':' + part() if self.chance(40) else ''
        return f'{part()}:{part()}{step}'

    def arguments(self, kinds, depth):
        chosen = []
        for kind in kinds.split():
            if kind[0] == '?' and self.chance(50):
                break
            chosen.append(self.expr(kind.lstrip('?'), depth))
        if self.chance(3):
            chosen = chosen[:-1] if self.chance(50) else chosen + [self.expr('any', 0)]
        return ', '.join(chosen)

    def method(self, kind, depth):
        name = self.pick(list(METHODS[kind]))
        return f'({self.expr(kind, depth)}).{name}({self.arguments(METHODS[kind][name], depth)})'

    def call(self, depth):
        name = self.pick(list(FUNCTIONS))
        return f'{name}({self.arguments(FUNCTIONS[name], depth)})'

    def spec(self):
        maybe = lambda text, percent: self.pick(text) if self.chance(percent) else ''
        align = maybe(('<', '>', '^', '=', '*<', '_^', '0=', 'é>'), 40)
        return (align + maybe('+- ', 25) + maybe(('z',), 5) + maybe('#', 15) + maybe('0', 15)
                + maybe(('1', '5', '10', '14'), 50) + maybe(',_', 20)
                + maybe(('.0', '.1', '.2', '.3', '.10'), 35) + maybe('dfgGeEsxXbocn%F?', 60))

    def fstring(self, depth):
        parts = []
        for _ in range(self.rng.randrange(1, 4)):
            kind = self.pick(('int', 'float', 'str', 'any', 'number'))
            value = self.expr(kind, min(depth, 1))
            if '\\' in value or '"' in value or '{' in value or ':=' in value or 'lambda' in value:
                value = self.pick(INTS)
            suffix = self.pick(('', '', '!r', '!s', '!a', '=', ':' + self.spec(), ':' + self.spec(),
                                ':{' + self.atom('small') + '}'))
            parts.append(self.pick(('', 'a ', '{{', 'é')) + '{' + value + suffix + '}')
        return 'f"' + ''.join(parts) + '"'

    def percent(self, depth):
        flags = lambda: ''.join(self.pick(('', '', '-', '0', '+', ' ', '#')) for _ in range(2))
        parts, values = [], []
        for _ in range(self.rng.randrange(1, 3)):
            parts.append('%' + flags() + self.pick(('', '', '5', '10')) + self.pick(('', '', '.2', '.0'))
                         + self.pick('sdrfgxcoei%'))
            values.append(self.expr(self.pick(('int', 'float', 'str', 'any')), min(depth, 1)))
        return f'({" ".join(parts)!r} % ({", ".join(values)},))'
