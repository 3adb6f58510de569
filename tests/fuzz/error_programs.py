"""Random pieces of program about errors, managers, coroutines, scopes and the iteration tools."""
from grammar import BINARY, ERRORS


def indented(lines):
    return ['    ' + line for line in lines]


class ErrorPrograms:
    """Part of Programs: takes pick(), chance(), expr() and atom() from there."""

    # ---- tracebacks ------------------------------------------------------------------------------
    def traces(self, name):
        """Expressions over several lines that fail somewhere, and the traceback with its marks."""
        lines = []
        for number in range(4):
            lines += [f'def {name}_{number}(n=1, xs=(1, 2), word="word"):', *indented(self.failing(number, name)),
                      'try:', f'    print(show({name}_{number}()))', 'except Exception:',
                      '    traceback.print_exc(file=sys.stdout)']
        return lines

    def failing(self, number, name):
        a, b = self.expr('any', 1), self.expr('any', 1)
        op = self.pick(BINARY)
        inner = f'{name}_{number - 1}()' if number and self.chance(50) else b
        form = self.rng.randrange(16)
        table = (
            [f'return ({a}', f'        {op} {inner})'],
            [f'return show(', f'    {a},', f'    {inner} {op} {b},', ')'],
            [f'x = [{a}, {b}]', f'return x[{self.atom("small")}] {op} x[{self.atom("small")}][{self.atom("key")}]'],
            [f'return (word.{self.pick(("upper", "missing", "splat", "uper", "join"))}({a}) {op}', f'        {inner})'],
            [f'for i, j in [{a}, {b}]:', f'    word {op}= {inner}', 'return word'],
            [f'return [{inner} {op} x', f'        for x in {self.expr("iter", 1)}', f'        if x {op} {a}]'],
            [f'with Manager({self.rng.randrange(9)}), {inner} as z:', f'    return {a}'],
            [f'return (lambda x: x {op} {a})(', f'    {inner})'],
            [f'xs[{a}] = {inner}', 'return xs'], [f'del xs[{a}], word'],
            [f'raise {self.pick(ERRORS)}({a}) from {inner}'],
            [f'assert {inner} {op} {a}, {b}', 'return word'],
            [f'x, *y = {inner}', f'z, w = {a}', 'return x, y, z, w'],
            ['class C(object):', f'    x = {inner}', f'    y = x {op} {a}', 'return C'],
            [f'return f"{{word}} {{n {op} word}}" {op} {inner}'.replace("''", 'word')],
            [f'return undefined_{number} {op} wrod if {inner} else sunm({a})'],
        )
        return self.wrapped(table[form])

    def wrapped(self, lines):
        form = self.rng.randrange(8)
        if form == 0:
            return ['try:', *indented(lines), f'except {self.pick(ERRORS)} as e:', f'    raise {self.pick(ERRORS)}(n)',
                    'finally:', f'    n = {self.pick(("n + 1", "1 / n", "0"))}']
        if form == 1:
            return ['try:', *indented(lines), 'except Exception as e:', f'    e.add_note({self.expr("str", 0)})', '    raise']
        if form == 2:
            return ['try:', *indented(lines), 'except Exception as e:',
                    f'    raise {self.pick(ERRORS)}({self.rng.randrange(9)}) from {self.pick(("e", "None", "e.__context__", "KeyError"))}']
        if form == 3:
            return ['try:', *indented(lines), 'except Exception as e:',
                    f'    raise ExceptionGroup({self.expr("str", 0)}, [e, {self.pick(ERRORS)}({self.rng.randrange(9)})])']
        if form == 4:
            return ['def inner():', *indented(lines), f'return {self.pick(("inner()", "[inner() for _ in range(2)]", "list(map(lambda x: inner(), xs))", "(yield from inner())" if self.chance(10) else "inner()"))}']
        return lines

    # ---- groups ----------------------------------------------------------------------------------
    def group(self, depth):
        if not depth or self.chance(40):
            return f'{self.pick(ERRORS)}({self.rng.randrange(9)})'
        items = ', '.join(self.group(depth - 1) for _ in range(self.pick((0, 1, 2, 2, 3, 3))))
        return f'{self.pick(("ExceptionGroup", "ExceptionGroup", "BaseExceptionGroup", "Own"))}({self.expr("str", 0)}, [{items}])'

    def groups(self, name):
        lines = ['class Own(ExceptionGroup):', '    def derive(self, excs):',
                 self.pick(('        return Own(self.message, excs)', '        return ExceptionGroup("derived", excs)'))]
        kinds = lambda: self.pick((self.pick(ERRORS), f'({self.pick(ERRORS)}, {self.pick(ERRORS)})', 'Exception', 'LookupError', 'ExceptionGroup'))
        lines += ['try:', '    try:', f'        raise {self.group(3)}']
        for number in range(self.rng.randrange(1, 4)):
            lines += [f'    except* {kinds()} as e:', '        print(repr(e), e.exceptions, len(e.args))',
                      self.pick(('        pass', '        raise', f'        raise {self.pick(ERRORS)}({number})', f'        raise {self.group(1)} from e',
                                 f'        e.add_note("note {number}")', '        raise e', '        print(sys.exception() is e)'))]
        if self.chance(30):
            lines += ['    else:', '        print("else")']
        if self.chance(40):
            lines += ['    finally:', f'        print("finally", {self.expr("any", 0)})']
        lines += ['except BaseException as error:', '    traceback.print_exc(file=sys.stdout)']
        lines += ['try:', f'    g = {self.group(3)}']
        for _ in range(3):
            lines.append('    ' + self.pick((f'print(g.split({kinds()}))', f'print(g.subgroup({kinds()}))', 'print(str(g), g.message)',
                                             'print(g.subgroup(lambda e: "1" in str(e)))', 'print(g.derive([ValueError(1)]))',
                                             'g.add_note("noted")', 'print(g.__notes__)', f'print(g.split(lambda e: isinstance(e, {kinds()})))')))
        lines += ['except BaseException as error:', '    print(type(error).__name__, error)']
        return [f'def {name}():', *indented(lines), f'attempt({name})']

    # ---- context managers ------------------------------------------------------------------------
    def managers(self, name):
        body = self.pick((['yield 1'], ['try:', '    yield 1', 'finally:', '    print("leave")'],
                          ['try:', '    yield 1', f'except {self.pick(ERRORS)} as e:', '    print("caught", repr(e))'],
                          ['try:', '    yield 1', 'except Exception as e:', f'    raise {self.pick(ERRORS)}(2) from {self.pick(("e", "None"))}'],
                          ['yield 1', 'yield 2'], ['if n: return', 'yield 1'],
                          ['with Manager(n, True):', '    yield n'], [f'raise {self.pick(ERRORS)}(n)', 'yield'],
                          ['try:', '    yield', 'except Exception:', '    yield 3']))
        lines = ['@contextlib.contextmanager', f'def make(n=0):', '    print("enter", n)', *indented(body), '    print("end", n)']
        managers = [self.pick(('make()', 'make(1)', 'Manager(1)', 'Manager(2, True)', f'contextlib.suppress({self.pick(ERRORS)})',
                               'contextlib.nullcontext(4)', 'contextlib.closing(g)', 'contextlib.ExitStack()', '5', 'make'))
                    for _ in range(self.rng.randrange(1, 4))]
        lines += ['g = (x for x in range(3))', 'log = []']
        head = ', '.join(f'{m} as m{i}' for i, m in enumerate(managers))
        lines += [f'with {head}:' if self.chance(60) else f'with ({head},):', *indented(self.block(2, False)),
                  f'with contextlib.ExitStack() as stack:', f'    stack.callback(print, "called", {self.expr("any", 0)})',
                  f'    print(stack.enter_context({self.pick(managers)}))',
                  self.pick(('    stack.push(lambda *a: True)', '    stack.pop_all()', '    pass', '    stack.push(Manager(7))')),
                  *indented(self.block(1, False))]
        return [f'def {name}():', *indented(lines + ['return log']), f'attempt({name})']

    # ---- coroutines and asynchronous generators driven by hand -----------------------------------
    def coroutines(self, name):
        lines = ['class Wait:', '    def __await__(self):', f'        got = yield {self.rng.randrange(9)}',
                 f'        print("got", got)', f'        return {self.expr("any", 0)}',
                 'async def agen(n=3):', *indented(self.async_lines(2, True)),
                 'async def inner():', *indented(self.async_lines(1, False)),
                 'class AManager:', '    async def __aenter__(self):', '        print("aenter", await Wait())',
                 '        return self', '    async def __aexit__(self, kind, error, trace):',
                 '        print("aexit", repr(error))', f'        return {self.pick(("True", "False", "None"))}',
                 'async def outer():', *indented(self.async_lines(3, False)),
                 'c = outer()', 'got = []']
        for _ in range(5):
            step = self.pick(('c.send(None)', 'c.send(None)', 'c.send(1)', f'c.throw({self.pick(ERRORS)}(3))', 'c.close()',
                              f'c.throw({self.pick(ERRORS)})', 'c.cr_running', 'c.cr_await is None', 'next(c)', 'c.__name__'))
            lines += ['try:', f'    got.append({step})', 'except BaseException as error:', '    got.append(repr(error))',
                      '    print(repr(error.__context__), repr(error.__cause__))']
        # It runs out at last, so that nothing is left to the collector.
        lines += ['try:', '    for _ in range(40):', '        c.send(None)', 'except BaseException as error:',
                  '    got.append(repr(error))', 'finally:', '    print(show(got))']
        return [f'def {name}():', *indented(lines), f'attempt({name})']

    def async_lines(self, depth, generator):
        lines = []
        for _ in range(self.rng.randrange(1, 4)):
            form = self.rng.randrange(9)
            if form == 0:
                lines.append(f'print({self.rng.randrange(99)}, await Wait())')
            elif form == 1:
                lines.append(f'yield {self.expr("any", 0)}' if generator else f'print(await {self.pick(("Wait()", "5", "Wait"))})')
            elif form == 2 and depth:
                lines += ['try:', *indented(self.async_lines(depth - 1, generator)), f'except {self.pick(ERRORS)} as e:',
                          '    print("caught", repr(e))', 'finally:', *indented(self.async_lines(depth - 1, False))]
            elif form == 3 and depth == 3:
                lines += [f'async for x in agen({self.rng.randrange(4)}):', '    print("x", x)', *indented(self.async_lines(0, False))]
                lines += ['    break'] if self.chance(20) else ['else:', '    print("else")']
            elif form == 4 and depth > 1:
                lines += ['async with AManager() as m:', *indented(self.async_lines(depth - 1, generator))]
            elif form == 5 and depth == 3:
                lines.append(self.pick(('print([x async for x in agen()])', 'print([await Wait() for _ in range(2)])',
                                        'print({x: 1 async for x in agen() if await Wait()})', 'print(await inner())',
                                        'print(await inner(), await inner())', 'print(await anext(agen()))',
                                        'print(await anext(agen(), "end"))', 'a = agen(); print(await a.asend(None)); await a.aclose()')))
            elif form == 6 and generator:
                lines.append(f'got = yield {self.expr("any", 0)}')
            elif form == 7 and self.chance(40):
                lines.append(f'raise {self.pick(ERRORS)}({self.rng.randrange(9)})')
            elif form == 8 and self.chance(30):
                lines.append('return' if generator else f'return {self.expr("any", 0)}')
            else:
                lines.append(f'print({self.expr("any", 1)})')
        return lines + (['yield 0'] if generator else [])

    # ---- scopes of classes and comprehensions ----------------------------------------------------
    def scopes(self, name):
        names = ('n', 'm', 'k')
        lines = [f'{v} = {self.rng.randrange(9)}' for v in names if self.chance(80)]
        pick = lambda: self.pick(names)
        for _ in range(5):
            form = self.rng.randrange(9)
            line = (f'print([{pick()} for {pick()} in range(3) for {pick()} in range(2) if {pick()}])',
                    f'print([lambda {pick()}={pick()}: {pick()} for {pick()} in range(2)][{self.atom("small")}]())',
                    f'print([f() for f in [lambda: {pick()} for {pick()} in range(3)]])',
                    f'print(list({pick()} + ({pick()} := i) for i in range(3)), {pick()})',
                    f'print([[{pick()} for {pick()} in range({pick()})] for {pick()} in range(3)])',
                    f'print({{{pick()}: (lambda: {pick()})() for {pick()} in "ab"}})',
                    f'g = ({pick()} for {pick()} in [{pick()}, 5]); {pick()} = 7; print(list(g))',
                    f'del {pick()}', f'print(any(({pick()} := x) > 1 for x in range(3)), {pick()})')[form]
            lines += ['try:', '    ' + line, 'except Exception as error:', '    print(type(error).__name__, error)']
        lines += ['class C:', *(f'    {v} = {self.rng.randrange(9)}' for v in names if self.chance(50)),
                  f'    try: xs = [{pick()} for {pick()} in [{pick()}]], [{pick()} for _ in range(2)]',
                  '    except NameError as error: print(error)',
                  f'    def f(self, {pick()}={pick()}): return {pick()}',
                  f'    g = lambda self: ({pick()}, __class__.__name__)',
                  f'    class D:', f'        z = {pick()}', f'        def h(self): return {pick()}',
                  f'print(C().f(), C().g(), C.D.z, C.D().h(), sorted(v for v in vars(C) if v[0] != "_"))',
                  'return sorted((k, v) for k, v in locals().items() if isinstance(v, int))']
        return [f'{v} = {self.rng.randrange(10, 19)}' for v in names] + [f'def {name}():', *indented(lines), f'attempt({name})']

    # ---- tools -----------------------------------------------------------------------------------
    def tools(self, name):
        lines = []
        for number in range(5):
            lines += [f'def {name}_{number}():', f'    return {self.tool()}', f'attempt({name}_{number})']
        return lines

    def tool(self):
        xs, ys, small, any_ = self.expr('iter', 1), self.expr('iter', 1), self.atom('small'), self.expr('any', 1)
        words = self.expr('str', 1)
        fields = self.pick(("'{} {!r}'", "'{0} {0!r:>8}'", "'{a} {b[0]}'", "'{:{}}'", "'{0[a]} {1}'", "'{x.real} {}'", "'{!s:^9}|'",
                            "'{} {0}'", "'{a!x}'", "'{'", "'}'", "'{{}} {}'", "'{:>{w}.{p}}'", f"'{{:{self.spec()}}}'"))
        return self.pick((
            f'list(itertools.chain({xs}, {ys}))', f'list(itertools.islice({xs}, {small}, None))', f'list(itertools.zip_longest({xs}, {ys}))',
            f'list(itertools.accumulate({xs}))', f'[(k, list(g)) for k, g in itertools.groupby({xs})]', f'list(itertools.pairwise({xs}))',
            f'list(itertools.product({xs}, repeat=2))[:9]', f'list(itertools.combinations({xs}, 2))[:9]', f'list(itertools.permutations({xs}, 2))[:9]',
            f'list(itertools.batched({xs}, {small}))', f'list(itertools.takewhile(bool, {xs}))', f'list(itertools.dropwhile(bool, {xs}))',
            f'list(itertools.starmap(max, {xs}))', f'list(itertools.compress({xs}, {ys}))', f'list(itertools.repeat({any_}, {small}))',
            f'collections.Counter({xs})', f'collections.Counter({xs}).most_common(2)', f'collections.Counter({xs}) - collections.Counter({ys})',
            f'collections.deque({xs}, {small})', f'collections.deque({xs}).rotate({small})', f'collections.deque({xs}) + collections.deque({ys})',
            f'collections.deque({xs})[{small}]', f'collections.OrderedDict.fromkeys({xs}).popitem(last=False)', f'collections.defaultdict(list, {self.expr("dict", 1)})[{any_}]',
            f'collections.ChainMap({self.expr("dict", 1)}, {self.expr("dict", 1)})[{self.atom("key")}]', f'collections.namedtuple("N", {words})',
            f'collections.namedtuple("N", "a b", defaults=[{small}])({small})._replace(a={any_})', f'functools.reduce(operator.add, {xs})',
            f'operator.itemgetter({small}, {self.atom("key")})({any_})', f'operator.methodcaller({words}, {any_})({words})',
            f'{fields}.format({any_}, {any_}, a={any_}, b={any_}, x=3, w=8, p=3)', f'{fields}.format_map({self.expr("dict", 1)})',
            f"({words}).translate(str.maketrans({words}, {words}))", f"({words}).translate({self.expr('dict', 1)})",
            f"'%(a)s %(b){self.pick(('d', 'r', '5.1f', 'x'))}' % {self.expr('dict', 1)}", f'format({any_}, {self.spec()!r})',
            f'slice({small}, {small}, {small}).indices({small})', f'sorted({xs}, key={self.pick(("len", "str", "abs", "lambda v: -v"))}, reverse={small})',
            f'max({xs}, default={any_})', f'min({any_}, {any_}, key=str)', f'sum({xs}, {any_})', f'list(zip(*{xs}))', f'dict(zip({xs}, {ys}))', f'dict({xs}, a=1)',
            f'[*{xs}, *{ys}]', f'{{**{self.expr("dict", 1)}, **{any_}}}', f'(lambda *a, **k: (a, k))(*{xs}, **{self.expr("dict", 1)})', f'print(*{xs}, sep={words}, end={words})',
            f'int({words}, {small})', f'bytes({any_})', f'bytearray({any_})', f'bytearray({self.expr("bytes", 1)})[{self.slice(1)}]', f'set({xs}) == frozenset({ys})', f'hash({small}) == hash({small})',
            f'range({small}, {self.expr("int", 0)}, {small})[{self.slice(0)}]', f'list(range({small}, 9))[{self.slice(1)}]', f'{any_} in range({small}, 9, 2)', f'isinstance({any_}, int | str)', f'divmod({any_}, {any_})',
            f'type("T", ({self.pick(("int", "str", "object"))},), {{"a": {any_}}})({any_})', f'({words}).join({xs})', f'str({any_}, {any_})', f'round({self.expr("float", 1)}, {small})', f'pow({self.expr("int", 0)}, {self.expr("int", 0)}, {self.expr("int", 0)})'))
