"""Random pieces of program of what the others leave thin: unpacking, changes during iteration, delegation,
metaclasses, text over Unicode, numbers and slices at their borders, asynchronous generators by hand."""
from grammar import ERRORS

TEXTS = ("'Straße'", "'ǅungla'", "'İstanbul'", "'ﬁne'", "'a\\u0301b'", "'١٢٣'", "'½²'", "'\\x1c\\u2028 x\\x85y\\n'", "'😀é\\U0001F468\\u200d'",
         "\"they're Bill's\"", "'ΣΑΣ Σ'", "'ŉa'", "' \\t\\xa0a \\u3000b '", "'\\x00\\x7f\\xad\\ue000'", "'_1a'", "'١a'", "'ª·'", "''", "'%s{}'")
TEXT_CALLS = ('upper()', 'lower()', 'title()', 'capitalize()', 'swapcase()', 'casefold()', 'split()', 'rsplit(None, 1)', 'split(None, 2)',
              'splitlines()', 'splitlines(True)', 'strip()', 'isalpha()', 'isdigit()', 'isdecimal()', 'isnumeric()', 'isidentifier()',
              'isprintable()', 'isspace()', 'isupper()', 'islower()', 'istitle()', 'isalnum()', 'isascii()', 'encode()', 'encode("latin-1")',
              'encode("ascii", "replace")', 'encode("ascii", "xmlcharrefreplace")', 'encode("ascii", "backslashreplace")', 'expandtabs(3)',
              'encode("ascii", "ignore")', 'center(9, "é")', 'zfill(6)', '__len__()', 'encode("utf-8", "strict")',
              'translate({97: None, 98: "xyz", 0x131: 73})', 'rpartition(" ")', 'removesuffix("x")', 'replace("", "-", 3)', 'count("")')
NUMBERS = ('0', '1', '-1', '7', '-13', '255', '2**31', '-2**63', '10**25', 'True', '0.5', '-0.0', '2.5', '-7.25', '1e16', '1e-7', '1e308', 'float("inf")',
           'float("-inf")', 'float("nan")', '1j', '(2-3j)', '0.1', '3', '-3')
SPARE = ('[]', '[1]', '[1, 2]', '(1, 2, 3)', "'ab'", '{}', "{'k': 1}", 'range(4)', 'iter([1, 2])', '5', 'None', '{1, 2}', '(x for x in "abc")', '1.5',
         'Broken()', 'OnlyItems()', 'b"xy"', '[[1, 2], [3]]', '[(1, 2), (3, 4)]')
TARGETS = ('a, b', 'a, *b', '*a, b', 'a, *b, c', '(a, b), c', '[a, *b], c', '*a,', 'a, (b, *c)', 'a,', '[]', 'a[0], b', 'a.x, b', '*a, (b, c)')
HELPERS = '''\
class Broken:
    def __iter__(self):
        yield 1
        raise KeyError('broken')
class OnlyItems:
    def __getitem__(self, i):
        if i > 2: raise IndexError(i)
        return i * 10
class Loose:
    """An iterator with or without send, throw and close."""
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration('loose end')
        return self.n'''


def indented(lines):
    return ['    ' + line for line in lines]


class WidePrograms:
    """Part of Programs: takes pick(), chance(), expr(), atom() and careful() from there."""

    def wide_makers(self):
        return (self.unpackings, self.changes, self.delegation, self.metaclasses, self.texts, self.numbers, self.cuts, self.async_by_hand,
                self.leaving, self.defaults, self.containers)

    def several(self, name, body, times, line):
        lines = list(body)
        for _ in range(times):
            lines += self.careful(line())
        return [f'def {name}():', *indented(lines), f'attempt({name})']

    # ---- unpacking -------------------------------------------------------------------------------
    def unpackings(self, name):
        def line():
            spare, target, other = self.pick(SPARE), self.pick(TARGETS), self.pick(SPARE)
            return self.pick((
                f'a = Loose(1); {target} = {spare}; print(show(a))', f'for {target} in {spare}: print("for")',
                f'print([1 for {target} in [{spare}, {other}]])', f'print(*{spare}, *{other})', f'print([*{spare}, {other}])',
                f'print({{**{spare}}})', f'print(dict(**{spare}, **{other}))', f'print((lambda *p, **k: (p, k))(*{spare}, **{other}))',
                f'print((lambda p, q=2, *, r=3: (p, q, r))(*{spare}))', f'a = b = 0; a, b = b, a = {spare}; print(a, b)',
                f'x = [0, 1, 2]; i = 0; i, x[i] = {spare}; print(i, x)', f'print({{*{spare}}} == {{*{other}}})', f'print(list(zip(*{spare})))',
                f'print((*{spare}, *{other})[::-1])', f'print("%s %s" % (*{spare},))', f'print("{{}} {{}}".format(*{spare}))',
                f'x, y = z = {spare}; print(x, y, z)', f'print(max(*{spare}))', f'print((lambda p, /, q: p)(**{spare}))'))
        return self.several(name, HELPERS.splitlines(), 8, line)

    # ---- containers that change while they are iterated ------------------------------------------
    def changes(self, name):
        deeds = ('x.pop()', 'x.append(9)', 'x.insert(0, 8)', 'x.clear()', 'del x[0]', 'x.remove(i)', 'x[:] = [5]', 'x.reverse()', 'x.add(7)', 'x.discard(i)',
                 'x.update({9: 9})', 'x[i] = 0', 'x.pop(i)', 'x[9] = x.pop(i)', 'x.popitem()', 'del x[i]', 'x.setdefault(3, 4)', 'x |= {8: 8}', 'x += [4]',
                 'x.sort()', 'x.appendleft(1)', 'x.rotate(1)', 'x = 5')
        starts = ('[1, 2, 3]', '[3, 1, 2, 0]', '{1: 1, 2: 2}', '{1, 2, 3}', 'collections.deque([1, 2, 3])', 'bytearray(b"ab")', 'collections.OrderedDict({1: 1, 2: 2})',
                  'collections.Counter("aab")', 'collections.defaultdict(list, {1: 1})', '{i: 0 for i in range(9)}')
        def line():
            start, deed = self.pick(starts), self.pick(deeds)
            over = self.pick(('x', 'x', 'reversed(x)', 'enumerate(x)', 'x.items()', 'x.values()', 'zip(x, x)', 'list(x)', 'reversed(x.keys())', 'filter(None, x)'))
            return '\n        '.join((f'x = {start}; n = 0', f'for i in {over}:', f'    n += 1; print(i, end=" ")', f'    if n > 12: break',
                                      f'    if n {self.pick(("< 2", "== 1", "> 1", "% 2", "< 9"))}: {deed}', f'else: print("else", end=" ")', 'print(show(x))'))
        return self.several(name, [], 7, line)

    # ---- delegation ------------------------------------------------------------------------------
    def delegation(self, name):
        error = lambda: self.pick(ERRORS + ('GeneratorExit',))
        extra = [self.pick((f'def send(self, value): print("send", value); return value', 'def send(self, value): raise StopIteration(value)', '')),
                 self.pick(('def throw(self, *e): print("throw", e[0]); return 50', 'def throw(self, *e): raise StopIteration(60)', '', f'def throw(self, *e): raise {error()}(61)')),
                 self.pick(('def close(self): print("close")', f'def close(self): raise {error()}(62)', ''))]
        lines = HELPERS.splitlines() + ['class Rich(Loose):', *indented([text for text in extra if text] + ['pass'])]
        inner = self.pick(('Rich(2)', 'Loose(2)', 'low()', 'low()', '[7, 8]', 'Rich(0)'))
        caught = self.pick((error(), 'Exception', 'BaseException', '(ValueError, GeneratorExit)'))
        lines += ['def low():', '    try:', f'        x = yield 1', '        print("low got", x)', '        yield 2', f'    except {caught} as e:',
                  '        print("low", repr(e), repr(e.__context__))', '        ' + self.pick(('return 3', 'raise', 'yield 4', f'raise {error()}(5) from e', 'return e.args')),
                  '    finally:', '        print("low ends")', '    return 9',
                  'def high():', '    try:', f'        r = yield from {inner}', '        print("result", r)', f'    except {self.pick((error(), "Exception"))} as e:',
                  '        print("high", repr(e))', f'        {self.pick(("raise", "yield 30", "return 31", "pass", "yield from low()"))}',
                  '    finally:', f'        {self.pick(("print(40)", "print(sys.exception())", "pass"))}', '    yield 41', '    return 42', 'g = high()']
        def step():
            return self.pick(('next(g)', 'next(g)', 'g.send(None)', 'g.send(5)', f'g.throw({error()})', f'g.throw({error()}(6))', 'g.close()',
                              'g.gi_yieldfrom is None', 'g.gi_running', 'g.gi_frame is None', f'g.throw(ValueError("a"))'))
        for _ in range(6):
            lines += ['try:', f'    print("->", {step()})', 'except BaseException as e:', '    print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))']
        lines += ['try:', '    for i, x in zip(range(30), g): print("rest", x)', 'except BaseException as e: print(repr(e))', 'g.close()']
        return [f'def {name}():', *indented(lines), f'attempt({name})']

    # ---- metaclasses -----------------------------------------------------------------------------
    def metaclasses(self, name):
        meta = ['class Meta(type):']
        for form in self.rng.sample(range(9), self.rng.randrange(2, 6)):
            meta += indented((
                ['@classmethod', 'def __prepare__(mcs, name, bases, **kw):', '    print("prepare", name, len(bases), kw)', self.pick(('    return {}', '    return {"extra": 1}', '    return 5', '    return collections.OrderedDict()'))],
                ['def __new__(mcs, name, bases, ns, **kw):', '    print("new", name, sorted(k for k in ns if k[:2] != "__"), kw)', self.pick(('    return super().__new__(mcs, name, bases, ns)', '    return super().__new__(mcs, name, bases, ns, **kw)', '    return 7'))],
                ['def __init__(cls, name, bases, ns, **kw):', '    print("init", name, kw)', self.pick(('    super().__init__(name, bases, ns)', '    pass'))],
                ['def __call__(cls, *a, **k):', '    print("call", cls.__name__, a, k)', self.pick(('    return super().__call__(*a, **k)', '    return a'))],
                ['def __getattr__(cls, name): return "meta " + name'],
                ['def __instancecheck__(cls, o): return ' + self.pick(('True', '5', '[]', 'None'))],
                ['def __iter__(cls): return iter("ab")', f'def __len__(cls): return {self.pick(("2", "0", "-1"))}'],
                ['@property', 'def size(cls): return "meta size"', 'def area(cls): return "meta area"'],
                ['def __getitem__(cls, i): return cls.__name__, i', f'def __{self.pick(("add", "or", "eq", "lt", "contains"))}__(cls, o): return "meta op"'])[form])
        lines = meta + ['class Entry:', '    def __mro_entries__(self, bases):', f'        return {self.pick(("(A,)", "(dict,)", "()", "5", "(A, int)"))}']
        kinds = ['A']
        lines += [f'class A(metaclass=Meta{self.pick(("", "", ", flag=1"))}):', *indented(self.member_of_class())]
        for own in 'BC':
            bases = self.pick((['A'], ['A'], [self.pick(('int', 'list', 'Entry()', 'object', 'str'))], self.rng.sample(kinds, len(kinds)), kinds[::-1]))
            keyword = self.pick(('', '', ', flag=2', ', metaclass=type', ', metaclass=Meta', ', metaclass=lambda n, b, d, **k: (n, len(b))'))
            lines += ['try:', f'    class {own}({", ".join(bases)}{keyword}):', *indented(indented(self.member_of_class())), 'except Exception as e:', f'    {own} = A; print(type(e).__name__, e)']
            kinds.append(own)
        def line():
            k = self.pick(kinds)
            return self.pick((f'print(type({k}).__name__, [b.__name__ for b in {k}.__mro__])', f'print(isinstance({self.pick(("5", "A", k + "()", "None"))}, {k}))', f'print({k}.size, {k}.area)',
                              f'print({k}().size)', f'print({k}(1) is None)', f'print(list({k}), len({k}), bool({k}))', f'print({k}[3])', f'print({k} {self.pick(("+", "|", "==", "<"))} {self.pick(("1", "int", "A"))})',
                              f'print(1 in {k})', f'print({k}.extra, {k}.missing)', f'print(vars({k}).get("where"), {k}.__qualname__)', f'print({k}.__orig_bases__)', f'print(issubclass({k}, A))',
                              f'print(type("T", ({k},), {{"z": 1}}).__name__)', f'print(type({k})("U", (), {{}}))', f'{k}.new = 1; print({k}.new); del {k}.new; print({k}.new)',
                              f'print({k}.__subclasses__() == [])', f'print(super(A, {k}).__thisclass__ is A)', f'print(callable({k}), {k} is A, hash({k}) == hash({k}))'))
        return self.several(name, lines, 7, line)

    def member_of_class(self):
        return [self.pick(('where = __qualname__', 'size = 1', 'def area(self): return __class__.__name__', '__slots__ = ("size",)', 'def __init__(self, n=0): self.n = n',
                           'x: int = 3', 'where = locals().get("__module__") and 1', 'def __eq__(self, o): return True', '__hash__ = None', 'size = property(lambda self: self.n)',
                           'def __init_subclass__(cls, /, **kw): print("sub", cls.__name__, kw)', 'def __class_getitem__(cls, i): return i', 'where = [size for size in (1, 2)]'))
                for _ in range(self.rng.randrange(1, 4))]

    # ---- texts -----------------------------------------------------------------------------------
    def texts(self, name):
        def line():
            s, t = self.pick(TEXTS), self.pick(TEXTS)
            return self.pick((f'print(ascii(({s}).{self.pick(TEXT_CALLS)}))', f'print(ascii(({s}).{self.pick(TEXT_CALLS)}))', f'print(ascii(({s})[{self.slice(0)}]))', f'print(repr({s}).encode("ascii", "backslashreplace"))',
                              f'print(({s}) < ({t}), ({s}) in ({t}), ({s}).find({t}), ({s}).rfind({t}, -3))', f'print({self.pick(("int", "float", "complex"))}({s}))', f'print(ascii(({s}).join({t})))',
                              f'print([hex(ord(c)) for c in ({s})])', f'print(ascii("{{:{self.pick(("é", "*", ""))}{self.pick("<>^=")}{self.pick(("7", "2", ""))}{self.pick(("", ".2", ".0"))}s}}".format({s})))',
                              f'print(ascii(f"{{{s}!r:>12.5}}"))' if "'" not in s[1:-1] and '"' not in s and '\\' not in s else f'print(ascii({s}))', f'print(ascii("%-6.2s|%5r|%a" % (({s}), ({t}), ({s}))))',
                              f'print(ascii(({s} + {t}).{self.pick(TEXT_CALLS)}))', f'print(({s}).encode("utf-8").decode("{self.pick(("utf-8", "latin-1", "ascii"))}", "{self.pick(("strict", "replace", "ignore", "backslashreplace"))}") == {s})',
                              f'print(ascii(({s}).strip({t})), ascii(({s}).replace({t}, "-")))', f'print(sorted({s}) == sorted({t}), len(({s}).encode("utf-8")))', f'print(bytes({s}, "utf-8"))',
                              f'print(b"\\xff\\xc3\\xa9\\xe2\\x82"[{self.slice(0)}].decode("utf-8", "{self.pick(("strict", "replace", "ignore", "backslashreplace", "nope"))}").encode("ascii", "backslashreplace"))'))
        return self.several(name, [], 9, line)

    # ---- numbers ---------------------------------------------------------------------------------
    def numbers(self, name):
        def line():
            a, b, c = (self.pick(NUMBERS) for _ in range(3))
            return self.pick((f'print(({a}) {self.pick(("+", "-", "*", "/", "//", "%", "<", "==", ">="))} ({b}))', f'print(divmod({a}, {b}))', f'print(round({a}, {self.pick(("0", "1", "-1", "2", "None"))}))', f'print(round({a}))',
                              f'print(pow({a}, {self.pick(("0", "2", "-1", "0.5", "-2"))}))', f'print(pow({a}, {self.pick(("2", "-1", "5"))}, {self.pick(("7", "-7", "1", "0", "10"))}))', f'print(int({a}), float({b}))', f'x, y = {a}, {b}; print(hash(x) == hash(y), x == y)',
                              f'print(format({a}, {self.spec()!r}))', f'print(format({a}, {self.spec()!r}))', f'print(repr({a}), str({b}), bool({c}))', f'print(({a}).{self.pick(("is_integer()", "as_integer_ratio()", "bit_length()", "bit_count()", "conjugate()", "hex()", "real", "imag", "numerator"))})',
                              f'print(({a}).to_bytes({self.pick(("1", "2", "4", "9"))}, "{self.pick(("big", "little"))}", signed={self.pick(("True", "False"))}))', f'print(int.from_bytes(b"\\xff\\x01", "{self.pick(("big", "little", "x"))}", signed={self.pick(("True", "False"))}))',
                              f'print(sum([{a}, {b}, {c}]), min({a}, {b}), max({b}, {c}))', f'print(sorted([{a}, {b}, {c}]))', f'print(({a}) {self.pick(("&", "|", "^", "<<", ">>"))} ({self.pick(("1", "3", "-2", "70", "True"))}))', f'print(abs({a}), -({b}), +({c}))', f'print(complex({a}, {b}))',
                              f'print({a} if {b} else {c}, not {a}, {a} < {b} < {c})', f'print(float.fromhex("{self.pick(("0x1.8p1", "-0x.1p-4", "inf", "0x1p1024", "1.", "zz"))}"))', f'print(int("{self.pick(("0x1f", "0b10", "1_0", "_1", " 12 ", "-0o7", "z", "1e3"))}", {self.pick(("0", "10", "16", "36", "2", "1", "37"))}))'))
        return self.several(name, [], 9, line)

    # ---- slices ----------------------------------------------------------------------------------
    def cuts(self, name):
        bounds = ('', '0', '1', '-1', '2', '-3', '5', '-9', '99', 'None', '-99')
        part = lambda: self.pick(bounds)
        def line():
            cut = f'{part()}:{part()}' + (f':{self.pick(("", "1", "2", "-1", "-2", "3", "-99", "0"))}' if self.chance(70) else '')
            x = self.pick(('list(range(6))', 'bytearray(b"abcdef")', 'list("abc")'))
            return self.pick((f'x = {x}; del x[{cut}]; print(x)', f'x = {x}; x[{cut}] = {self.pick(SPARE[:11] + ("b" + repr("xyz"), "[7, 8, 9]", "x", "x[1:]"))}; print(x)', f'x = {x}; print(x[{cut}], tuple(x)[{cut}])', f'print("abcdef"[{cut}], b"abcdef"[{cut}], range(6)[{cut}])',
                              f'print(slice({", ".join(self.pick(bounds[1:]) for _ in range(self.rng.randrange(1, 4)))}).indices({self.pick(("0", "5", "1"))}))', f'x = {x}; x[{self.pick(bounds[1:])}] = {self.pick(("1", "97", "256", "None", "-1"))}; print(x)', f'x = {x}; x[{cut}] *= 2; print(x)',
                              f'print(range({self.pick(bounds[1:-2])}, {self.pick(bounds[1:-2])}, {self.pick(("1", "2", "-1", "-3", "0"))})[{cut}])', f'r = range(10, 0, -3); print(r[{cut}], r.index({self.pick(("10", "4", "5"))}), {self.pick(("7", "2", "1.0", "10.0"))} in r, r.count(7))', f'x = {x}; print(x.index({self.pick(("1", "97"))}, {self.pick(bounds[1:9])}))',
                              f'x = memoryview(b"abcdef")[{cut}]; print(x.tolist(), x.contiguous, len(x), bytes(x[::-1]))', f'x = {x}; x.insert({self.pick(bounds[1:9])}, 65); print(x, x.pop({self.pick(bounds[1:9])}))', f'x = collections.deque({x}, {self.pick(("None", "3", "0"))}); x.rotate({self.pick(("1", "-2", "9"))}); print(x, x[{self.pick(bounds[1:9])}])'))
        return self.several(name, HELPERS.splitlines(), 8, line)

    # ---- asynchronous generators by hand ---------------------------------------------------------
    def async_by_hand(self, name):
        error = lambda: self.pick(ERRORS + ('GeneratorExit', 'StopAsyncIteration'))
        lines = ['class Wait:', '    def __await__(self):', '        got = yield "wait"', '        return got',
                 'async def gen():', '    try:', f'        x = yield 1', '        print("got", x)', f'        {self.pick(("await Wait()", "yield 2", "pass", f"raise {error()}(1)"))}', '        yield 3',
                 f'    except {self.pick((error(), "Exception", "GeneratorExit", "BaseException"))} as e:', '        print("caught", repr(e), repr(e.__context__))', f'        {self.pick(("raise", "yield 4", "return", "await Wait()", f"raise {error()}(5) from None"))}',
                 '    finally:', f'        {self.pick(("print(6)", "await Wait()", "pass", "print(sys.exception())"))}',
                 'def drive(step):', '    try:', '        c = step.__await__()', '        while True: print("  waits", next(c))', '    except StopIteration as e: return e.value',
                 'g = gen()']
        step = lambda: self.pick(('g.asend(None)', 'g.asend(None)', 'g.__anext__()', 'g.asend(7)', f'g.athrow({error()})', f'g.athrow({error()}(8))', 'g.aclose()', 'anext(g)', 'anext(g, "default")'))
        for _ in range(6):
            lines += ['try:', f'    print("->", {self.pick((f"drive({step()})", f"drive({step()})", f"drive({step()})", "g.ag_running, g.ag_await is None", "g.ag_frame is None"))})', 'except BaseException as e:', '    print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))']
        lines += ['try: drive(g.aclose())', 'except BaseException as e: print("end", repr(e))', 'try: drive(g.aclose())', 'except BaseException as e: print("end", repr(e))']
        return [f'def {name}():', *indented(lines), f'attempt({name})']

    # ---- leaving blocks --------------------------------------------------------------------------
    def leaving(self, name):
        way = lambda: self.pick(('return {}', 'break', 'continue', 'raise {}', 'pass', 'print({})', 'yielded({})', 'raise', 'x = 1 / 0', 'return yielded({})')).replace('{}', f'{self.pick(ERRORS)}({self.rng.randrange(9)})')
        lines = ['def yielded(value):', '    print("seen", repr(value), repr(sys.exception()))', '    return value', 'def run(n=0):', '    for i in range(3):', '        n += 1', '        try:']
        depth = 3
        pad = lambda: '    ' * depth
        closers = []
        for _ in range(self.rng.randrange(1, 4)):
            form = self.rng.randrange(3)
            head = ('try:', f'with Manager({self.rng.randrange(9)}, {self.pick(("True", "False"))}):', f'for j in range({self.rng.randrange(3)}):')[form]
            lines += [pad() + f'print(n, {depth})', pad() + head]
            closers.append((depth, form))
            depth += 1
        lines.append(pad() + way())
        for at, form in reversed(closers):
            depth = at
            if form == 0 and self.chance(60):
                lines += [pad() + f'except {self.pick(ERRORS + ("Exception",))} as e:', pad() + '    ' + 'yielded(e)', pad() + '    ' + way()]
                if self.chance(30):
                    lines += [pad() + 'else:', pad() + '    ' + way()]
                form = 3 if self.chance(40) else 0
            if form == 0:
                lines += [pad() + 'finally:', pad() + '    print("finally", n, repr(sys.exception()))', pad() + '    ' + way()]
            elif form == 2 and self.chance(50):
                lines += [pad() + 'else:', pad() + '    ' + way()]
            lines += [pad() + way()] if self.chance(30) else []
        lines += ['        finally:', '            ' + self.pick(('print("last", n)', way(), 'n -= 1' if self.chance(20) else 'pass')), '    else:', '        print("loop ended")', '    return n']
        lines += ['try: print(repr(run()))', 'except BaseException as e:', '    while e: print(repr(e), repr(e.__cause__), e.__suppress_context__); e = e.__context__']
        return [f'def {name}():', *indented(lines), f'attempt({name})']

    # ---- defaults and closures -------------------------------------------------------------------
    def defaults(self, name):
        default = lambda: self.pick(('[]', '{}', 'n', 'lambda: n', 'print("default") or 3', '(lambda: [n])()', 'n + 1', 'None'))
        lines = ['n = 1', 'kept = []']
        lines += [f'def f(a, b={default()}, *rest, c={default()}, **more):', f'    {self.pick(("b.append(a)", "kept.append(b)", "a = b", "more.update(a=1)", "pass"))}', f'    return {self.pick(("a, b, c", "rest, more", "locals()", "b", "(lambda: (a, n))()"))}']
        lines += [f'for n in range({self.rng.randrange(1, 4)}):', f'    kept.append({self.pick(("lambda: n", "lambda n=n: n", "f", "functools.partial(f, n)", "lambda *a: (a, n)"))})', f'    def late(x={default()}): return n, x', '    kept.append(late)']
        def line():
            return self.pick(('print([k() for k in kept if callable(k)])', 'print(f(1))', f'print(f({self.expr("any", 0)}, {self.expr("any", 0)}))', 'print(f.__defaults__, f.__kwdefaults__)', 'f.__defaults__ = (1, 2); print(f())', 'f.__kwdefaults__ = None; print(f(1))',
                              'print(f(1, c=5, d=6))', 'print(f(*"abcd", **{"z": 1}))', 'print(f(b=1))', 'print(f(1, a=2))', 'n = 9; print([k() for k in kept[:2]])', 'print(late(), late.__code__.co_freevars, f.__code__.co_varnames)', 'print(f.__code__.co_argcount, f.__name__)',
                              'print([c.cell_contents for c in late.__closure__])', 'del n; print(late())', 'print(f(1, 2, 3, 4))', 'print(f())', 'print([g(1) for g in [f, lambda x: x, abs]])', 'print(list(map(f, [1, 2], "ab")))', 'print(f(1, **{"b": 2}, **{"b": 3}))'))
        return self.several(name, lines, 7, line)

    # ---- methods of containers -------------------------------------------------------------------
    def containers(self, name):
        def line():
            s, t, d = self.pick(SPARE), self.pick(SPARE), self.pick(('{}', "{'a': 1, 'b': 2}", '{1: 2}', '{(1,): 3}', 'dict(x=1)', 'collections.ChainMap({1: 2}, {3: 4})', 'collections.Counter("hello")', 'collections.OrderedDict(a=1, b=2)'))
            k = self.pick(("'a'", '1', '(1,)', '[]', 'None', "'z'", 'Loose(1)'))
            return self.pick((f'print(show(set({s}).{self.pick(("union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint"))}({t})))', f'x = set({s}); x.{self.pick(("update", "intersection_update", "difference_update", "symmetric_difference_update"))}({t}); print(show(x))',
                              f'print(show(set({s}) {self.pick(("|", "&", "-", "^", "<=", "<", "==", ">"))} {self.pick(("set", "frozenset", "list"))}({t})))', f'd = {d}; print(d.pop({k}, 0), d.get({k}), d.setdefault({self.pick(("1", k))}), d)', f'd = {d}; d.update({s}); print(d)', f'd = {d}; d |= {s}; print(d)', f'print({d} | {s}, {d} == {s})',
                              f'print(sorted({d}.items() {self.pick("&|-^")} {s}, key=repr))', f'print({k} in {d}, {k} in {d}.keys(), ({k}, 1) in {d}.items(), 1 in {d}.values())', f'd = {d}; print(d[{k}])', f'd = {d}; del d[{k}]; print(d)', f'd = {d}; print(d.popitem(), d.popitem(), d.popitem())',
                              f'print(dict.fromkeys({s}, {self.pick(("0", "[]"))}), dict({s}))', f'x = list({s}); x.{self.pick(("extend", "append", "remove", "index", "count"))}({t}); print(x)', f'print(sorted({s}, key={self.pick(("None", "str", "len", "lambda v: -v", "repr"))}, reverse={self.pick(("True", "0"))}))',
                              f'x = list({s}); x.sort(key=lambda v: x.append(1)); print(x)', f'print(frozenset({s}) == set({s}), hash(frozenset({s})) == hash(frozenset({t})))', f'print(reversed({s}), list(reversed({s})))', f'print(any({s}), all({s}), sum({s}), min({s}), max({s}))', f'print(min({s}, {t}, key=str), max({s}, default=0))',
                              f'print(list({d}), list(reversed({d})), len({d}), {d}.copy() == {d})', f'print({s} < {t}, {s} == {t}, {s} in [{t}])', f'x = collections.deque({s}, maxlen=2); x.extendleft({t}); print(x, x == collections.deque({s}))', f'print(collections.Counter({s}) + collections.Counter({t}), +collections.Counter({s}))',
                              f'print(tuple({s}).index({k}), tuple({s}).count({k}))', f'print(isinstance({s}, collections.abc.{self.pick(("Iterable", "Sequence", "Mapping", "Hashable", "Sized", "Iterator", "Container"))}))', f'print(list(iter({s})), iter({s}) is iter({t}))', f'print(repr([{s}, {d}])[:60])'))
        return self.several(name, HELPERS.splitlines(), 9, line)
