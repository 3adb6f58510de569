"""Random pieces of program: control flow, generators, classes, closures, calls, patterns."""
from error_programs import ErrorPrograms
from grammar import BINARY, COMPARE, ERRORS, PRELUDE, Expressions
from object_programs import ObjectPrograms
from wide_programs import WidePrograms

KEYWORDS = ('value', 'key', 'size')
UNARY = {'__neg__': '-{}', '__bool__': 'bool({})', '__len__': 'len({})', '__repr__': 'repr({})',
         '__str__': 'str({})', '__int__': 'int({})', '__float__': 'float({})', '__iter__': 'list({})',
         '__index__': '[10, 20, 30][{}]', '__hash__': 'len({{{}: 1}})', '__abs__': 'abs({})',
         '__call__': '{}(1)', '__contains__': '1 in {}', '__getitem__': '{}[2]', '__next__': 'next({})',
         '__format__': 'format({}, "x")', '__round__': 'round({})', '__reversed__': 'list(reversed({}))',
         '__getattr__': '{}.missing', '__enter__': 'enter({})'}
PARAMETERS = {'__contains__': ', item', '__getitem__': ', item', '__call__': ', item=0',
              '__format__': ', spec', '__getattr__': ', name'}
OPERATORS = {'+': 'add', '-': 'sub', '*': 'mul', '/': 'truediv', '//': 'floordiv', '%': 'mod', '&': 'and',
             '|': 'or', '^': 'xor', '<<': 'lshift', '>>': 'rshift'}
COMPARISONS = {'==': 'eq', '!=': 'ne', '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge'}


def indented(lines):
    return ['    ' + line for line in lines]


class Programs(ObjectPrograms, ErrorPrograms, WidePrograms, Expressions):
    """Builds one program from a random number generator."""

    def program(self, pieces, wide=False):
        makers = (self.values, self.values, self.flow, self.generators, self.classes, self.closures,
                  self.calls, self.patterns, self.assignments, self.class_tree, self.data_classes,
                  self.decorators, self.traces, self.groups, self.managers, self.coroutines,
                  self.scopes, self.tools)
        makers = self.wide_makers() if wide else makers
        lines = PRELUDE.splitlines()
        for number in range(pieces):
            self.names = {}
            lines += ['', *self.pick(makers)(f'piece_{number}')]
        return '\n'.join(lines + self.last_words()) + '\n'

    def last_words(self):
        """The program ends with what may be an uncaught exception, for the traceback."""
        self.names = {}
        kind = self.pick(('int', 'str', 'list', 'dict'))
        return ['', 'def last(n):', '    if n:', '        return last(n - 1)',
                f'    return ({self.expr(kind, 3)})', f'print(show(last({self.rng.randrange(3)})))']

    # ---- expressions ---------------------------------------------------------------------------------
    def values(self, name):
        lines = []
        for number in range(4):
            kind = self.pick(('int', 'float', 'str', 'bool', 'list', 'tuple', 'dict', 'set', 'bytes', 'iterator'))
            value = self.expr(kind, 3)
            if kind == 'iterator':
                value = f'list({value})'
            lines += [f'def {name}_{number}():', f'    return {value}', f'attempt({name}_{number})']
        return lines

    def assignments(self, name):
        body = ['a = ' + self.expr('list', 1), 'b = ' + self.expr('dict', 1), 'c = ' + self.expr('int', 1)]
        self.names = {'list': ['a'], 'dict': ['b'], 'int': ['c']}
        for _ in range(5):
            body += self.assignment()
        return [f'def {name}():', *indented(body + ['return a, b, c']), f'attempt({name})']

    def assignment(self):
        form = self.rng.randrange(8)
        if form == 0:
            return [f'a[{self.slice(0)}] = {self.expr("iter", 1)}']
        if form == 1:
            return [f'a[{self.atom("small")}] = {self.expr("any", 1)}']
        if form == 2:
            return [f'del {self.pick(("a", "b"))}[{self.pick((self.slice(0), self.atom("small"), self.atom("key")))}]']
        if form == 3:
            return [f'b[{self.atom("key")}] = {self.expr("any", 1)}']
        if form == 4:
            name, kind = self.pick((('a', 'list'), ('b', 'dict'), ('c', 'int')))
            return [f'{name} {self.pick(BINARY)}= {self.expr(kind, 1)}']
        if form == 5:
            targets = self.pick(('x, y', 'x, *y', '*x, y', '(x, y), z', '[x, (y, *z)]', 'x, b["k"], *y', 'x,'))
            return [f'{targets} = {self.expr("iter", 1)}']
        if form == 6:
            return [f'x = a[{self.atom("small")}] = {self.expr("any", 1)}']
        return [f'print({self.expr("any", 1)}, {self.expr("any", 1)}, sep={self.atom("char")})']

    # ---- control flow --------------------------------------------------------------------------------
    def flow(self, name):
        body = ['log = []', *self.block(3, loop=False), 'return log']
        return [f'def {name}():', *indented(body), f'attempt({name})']

    def block(self, depth, loop):
        lines = []
        for _ in range(self.rng.randrange(1, 4)):
            lines += self.statement(depth, loop)
        return lines

    def statement(self, depth, loop):
        form = self.rng.randrange(12) if depth else self.rng.randrange(5)
        if form < 3:
            return [f'print({self.rng.randrange(100)}, {self.expr("any", 1)})']
        if form == 3:
            return [self.leave(loop)]
        if form == 4:
            return [f'{self.pick("xyz")} = {self.expr("any", 1)}']
        if form < 8:
            return self.try_statement(depth - 1, loop)
        if form == 8:
            manager = f'Manager({self.rng.randrange(9)}, {self.pick(("True", "False"))})'
            second = f', Manager({self.rng.randrange(9)})' if self.chance(30) else ''
            return [f'with {manager} as m{second}:', *indented(self.block(depth - 1, loop))]
        if form == 9:
            return [f'if {self.expr("bool", 1)}:', *indented(self.block(depth - 1, loop)),
                    'else:', *indented(self.block(depth - 1, loop))]
        head = f'for i in range({self.rng.randrange(4)}):' if form == 10 else 'while len(log) < 3:'
        grow = ['log.append(1)'] if form == 11 else []
        tail = ['else:', *indented(self.block(depth - 1, loop))] if self.chance(40) else []
        return [head, *indented(grow + self.block(depth - 1, True)), *tail]

    def leave(self, loop):
        ways = [f'return {self.expr("any", 1)}', f'raise {self.pick(ERRORS)}({self.rng.randrange(9)})', 'raise',
                f'raise {self.pick(ERRORS)} from {self.pick(("None", "KeyError(1)", self.pick(ERRORS)))}',
                f'assert {self.expr("bool", 1)}, {self.expr("any", 0)}', 'pass']
        return self.pick(ways + ['break', 'continue'] * 2 if loop else ways)

    def try_statement(self, depth, loop):
        lines = ['try:', *indented(self.block(depth, loop))]
        for number in range(self.rng.randrange(3)):
            kinds = self.pick((self.pick(ERRORS), f'({self.pick(ERRORS)}, {self.pick(ERRORS)})', 'Exception'))
            lines += [f'except {kinds} as e{number}:', f'    print(repr(e{number}))',
                      *indented(self.block(depth, loop))]
        handled = len(lines) > 0 and any(line.startswith('except') for line in lines)
        if handled and self.chance(30):
            lines += ['else:', *indented(self.block(depth, loop))]
        if not handled or self.chance(50):
            lines += ['finally:', *indented(self.block(depth, loop))]
        return lines

    # ---- generators ----------------------------------------------------------------------------------
    def generators(self, name):
        lines = [f'def {name}_inner():', *indented(self.generator_block(2, False) + ['return 5'])]
        body = self.generator_block(2, False, f'{name}_inner') + ['return 7']
        lines += [f'def {name}_gen():', '    log = []', *indented(body)]
        lines[1:1] = ['    log = []']
        lines += [f'def {name}():', f'    g = {name}_gen()', '    got = []']
        for _ in range(6):
            step = self.pick(('next(g)', 'next(g)', 'g.send(1)', 'g.send(None)', f'g.throw({self.pick(ERRORS)}(3))',
                              'g.close()', 'next(g, "end")', f'g.throw({self.pick(ERRORS)})'))
            lines += ['    try:', f'        got.append({step})', '    except Exception as error:',
                      '        got.append(repr(error))', '        print(repr(error.__context__), repr(error.__cause__))']
        # It runs out at last: closing one that yields on is told in a way that names no place.
        lines += ['    try:', '        for got[4:], _ in zip(zip(g), range(30)):', '            pass', '    finally:',
                  '        print(got)']
        return lines + [f'attempt({name})']

    def generator_block(self, depth, loop, inner=None):
        """`inner` is the generator to delegate to; one without does not yield while it is closed."""
        lines = []
        for _ in range(self.rng.randrange(1, 4)):
            form = self.rng.randrange(6)
            if form < 2 or (not depth and form < 5):
                lines.append(self.pick((f'yield {self.rng.randrange(99)}', f'x = yield {self.expr("any", 0)}',
                                        'print("got", (yield 4))', 'yield')))
            elif form == 2 and inner:
                lines.append(self.pick((f'yield from {inner}()', f'print((yield from {inner}()))',
                                        f'yield from {self.expr("iter", 1)}')))
            elif form == 5:
                lines += self.statement(min(depth, 1), loop)
            else:
                lines += ['try:', *indented(self.generator_block(depth - 1, loop, inner)),
                          *self.pick((['except Exception as e:', '    print("caught", repr(e))'], [])),
                          'finally:', *indented(self.generator_block(depth - 1, loop, inner) if inner
                                                else self.block(depth - 1, loop))]
        return lines

    # ---- classes -------------------------------------------------------------------------------------
    def classes(self, name):
        first, second = f'A_{name}', f'B_{name}'
        bases = self.pick(('', first, first, 'int', 'list', 'str', 'dict'))
        lines = self.class_lines(first, '') + self.class_lines(second, bases)
        operands = [f'{first}()', f'{second}()', '1', "'a'", '[1]', f'{first}', '2.5', 'None']
        for number in range(8):
            left, right = self.pick(operands[:2]), self.pick(operands)
            if self.chance(40):
                left, right = right, left
            lines += [f'def {name}_{number}():', f'    return {self.class_use(left, right)}', f'attempt({name}_{number})']
        return lines

    def class_use(self, left, right):
        form = self.rng.randrange(3)
        if form == 0:
            pattern = self.pick(list(UNARY.values()))
            return f'plain({pattern.replace("{}", left)})'.replace('{{', '{').replace('}}', '}')
        if form == 1:
            return f'plain({left} {self.pick(BINARY)} {right})'
        return f'plain({left} {self.pick(COMPARE)} {right})'

    def class_lines(self, name, bases):
        lines = [f'class {name}({bases}):']
        for dunder in self.rng.sample(list(UNARY), 6):
            lines += self.method_lines(name, dunder, PARAMETERS.get(dunder, ''))
        for symbol in self.rng.sample(list(OPERATORS), 3):
            prefix = self.pick(('', 'r', 'i'))
            lines += self.method_lines(name, f'__{prefix}{OPERATORS[symbol]}__', ', other')
        for symbol in self.rng.sample(list(COMPARISONS), 2):
            lines += self.method_lines(name, f'__{COMPARISONS[symbol]}__', ', other')
        return lines + ['', 'def plain(value):', '    text = type(value).__name__',
                        '    return text if " object at " in object.__repr__(value) and text[:2] in ("A_", "B_") '
                        'else show(value)', 'def enter(value):', '    with value as v:', '        return 1']

    def method_lines(self, name, dunder, parameters):
        result = self.pick((self.expr('any', 1), self.expr('int', 1), 'NotImplemented', "'text'", '3',
                            'self', f'super().{dunder}({parameters[2:].partition("=")[0]})', 'iter([1, 2])'))
        error = {'__getitem__': 'IndexError', '__next__': 'StopIteration'}.get(dunder)
        return indented([f'def {dunder}(self{parameters}):', f'    print("{dunder} of {name}")',
                         *([f'    take_turn({error})'] if error else []), f'    return {result}'])

    # ---- closures ------------------------------------------------------------------------------------
    def closures(self, name):
        names = ('n', 'm', 'k')
        lines = [f'{v} = {self.rng.randrange(9)}' for v in names] + [f'def {name}():']
        lines += indented(self.scope(3, names) + ['return n']) + [f'attempt({name})']
        return lines + [f'print({", ".join(names)})']

    def scope(self, depth, names):
        lines = []
        declared = self.pick(('', '', '', 'global '))
        target = self.pick(names)
        if declared == 'global ':
            lines += [declared + target]
        else:
            lines += [f'{v} = {self.rng.randrange(9)}' for v in names if depth == 3 or self.chance(50)]
        for _ in range(2):
            lines += [self.pick((f'{self.pick(names)} += 1', f'print({", ".join(names)})', f'del {self.pick(names)}',
                                 f'print([{self.pick(names)} + j for j in range(2)])',
                                 f'print((lambda: {self.pick(names)})())',
                                 f'{self.pick(names)} = [({self.pick(names)} := j) for j in range(3)][-1]'))]
        if depth:
            inner = f'inner{depth}'
            opening = [f'nonlocal {target}', f'{target} = {target} * 2'] if declared != 'global ' and target + ' = ' in ' '.join(lines) else []
            lines += [f'def {inner}():', *indented(opening + self.inner_scope(depth - 1, names, opening, target)),
                      f'{inner}()', self.pick((f'print({self.pick(names)})', 'pass'))]
        return lines

    def inner_scope(self, depth, names, opening, target):
        kept = [v for v in names if not opening or v != target]
        return self.scope(depth, kept) if kept else ['pass']

    # ---- calls ---------------------------------------------------------------------------------------
    def calls(self, name):
        lines = [f'def {name}({self.parameters()}):', '    return sorted(locals().items(), key=str)']
        for number in range(5):
            lines += [f'def {name}_{number}():', f'    return {name}({self.call_arguments()})',
                      f'attempt({name}_{number})']
        return lines

    def parameters(self):
        parts, default = [], False
        for group, tail in ((('a', 'b'), '/'), (('value', 'key'), ''), (('size',), '')):
            chosen = [p for p in group if self.chance(60)]
            if group[0] == 'size':
                if self.chance(40):
                    parts.append('*rest')
                elif chosen:
                    parts.append('*')
                default = False
            for p in chosen:
                default = default or self.chance(30)
                parts.append(p + (f'={self.rng.randrange(9)}' if default else ''))
            if tail and chosen and self.chance(50):
                parts.append('/')
        return ', '.join(parts + (['**more'] if self.chance(30) else []))

    def call_arguments(self):
        parts = [self.expr('any', 0) for _ in range(self.rng.randrange(4))]
        if self.chance(30):
            parts.append('*' + self.expr('iter', 0))
        parts += [f'{k}={self.rng.randrange(9)}' for k in KEYWORDS + ('other',) if self.chance(25)]
        if self.chance(25):
            parts.append('**' + self.pick(("{'value': 1}", "{'a': 1}", "{'x': 1, 'size': 2}", '{1: 2}', '5')))
        return ', '.join(parts)

    # ---- patterns ------------------------------------------------------------------------------------
    def patterns(self, name):
        lines = [f'def {name}(value):', '    match value:']
        for number in range(4):
            guard = f' if {self.expr("bool", 1)}' if self.chance(20) else ''
            self.captured = []
            pattern = self.pattern(2)
            shown = ', '.join(self.captured)
            lines += [f'        case {pattern}{guard}:' if pattern not in self.captured + ['_'] or guard
                      else f'        case ({pattern}, *_):', f'            return {number}, {shown}']
        for _ in range(4):
            lines.append(f'attempt({name}, {self.expr("any", 1) if self.chance(90) else "range(3)"})')
        return lines

    def pattern(self, depth):
        form = self.rng.randrange(9) if depth else self.rng.randrange(3)
        if form == 0:
            return self.pick(('1', '-1', "'a'", 'None', 'True', '2.5', "b'a'"))
        if form == 1:
            return '_'
        if form == 2:
            self.captured.append(f'c{len(self.captured)}')
            return self.captured[-1]
        inner = [self.pattern(depth - 1) for _ in range(self.rng.randrange(3))]
        if form < 5:
            star = self.pick(([], ['*_']))
            return '[' + ', '.join(inner + star) + ']'
        if form == 5:
            return '{' + ', '.join(f'"{"ab"[i]}": {p}' for i, p in enumerate(inner)) + '}'
        if form == 6:
            return f'{self.pick(("int", "str", "list", "dict", "float", "tuple"))}({", ".join(inner[:1])})'
        if form == 7:
            self.captured.append(f'c{len(self.captured)}')
            name = self.captured[-1]
            return f'{self.pick(("1", "int()", "[_, *_]", "str()"))} as {name}'
        return f'({self.pick(("1", "str()", "None"))} | {self.pick(("2", "[_]", "float()"))})'
