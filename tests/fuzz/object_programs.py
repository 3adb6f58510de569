"""Random pieces of program about objects: class trees, descriptors, dataclasses, decorators."""

MEMBERS = ('value', 'size', 'name', 'data', 'flag')
METHODS = ('run', 'step', 'area')
DESCRIPTORS = '''\
class Plain_{0}:
    def __set_name__(self, owner, name):
        self.name = name
        print('named', owner.__name__, name)
    def __get__(self, obj, kind=None):
        return f'got {{self.name}} of {{kind.__name__}}, {{obj is None}}'
class Data_{0}(Plain_{0}):
    def __set__(self, obj, value):
        print('set', self.name, show(value))
        obj.__dict__[self.name] = value
    def __delete__(self, obj):
        print('delete', self.name)
        del obj.__dict__[self.name]'''
DECORATORS = '''\
def loud_{0}(f):
    print('decorates', getattr(f, '__name__', '?'))
    @functools.wraps(f)
    def inner(*args, **kwargs):
        print('before', f.__name__, len(args), sorted(kwargs))
        try:
            return f(*args, **kwargs)
        finally:
            print('after', f.__name__)
    return inner
def times_{0}(n):
    def decorate(f):
        def inner(*args, **kwargs):
            return [f(*args, **kwargs) for _ in range(n)]
        return inner
    return decorate
def plain_{0}(f):
    f.seen = True
    return f
class Counted_{0}:
    def __init__(self, f):
        self.f, self.n = f, 0
    def __call__(self, *args, **kwargs):
        self.n += 1
        return self.n, self.f(*args, **kwargs)'''


def indented(lines):
    return ['    ' + line for line in lines]


class ObjectPrograms:
    """Part of Programs: takes pick(), chance(), expr() and atom() from there."""

    # ---- class trees -----------------------------------------------------------------------------
    def class_tree(self, name):
        lines = DESCRIPTORS.format(name).splitlines()
        kinds = []
        for number in range(self.rng.randrange(2, 5)):
            lines += self.tree_class(name, f'K{number}', kinds)
            kinds.append(f'K{number}')
        lines += [f'o = {self.pick(kinds)}({self.pick(("", "", self.expr("int", 0)))})']
        for _ in range(8):
            lines += self.careful(self.object_use(kinds))
        return [f'def {name}():', *indented(lines), f'attempt({name})']

    def careful(self, statement):
        return ['try:', f'    {statement}', 'except Exception as error:',
                '    print(type(error).__name__, error)']

    def tree_class(self, name, own, kinds):
        bases = self.rng.sample(kinds, min(len(kinds), self.pick((0, 1, 1, 1, 2, 2))))
        if not bases and self.chance(15):
            bases = [self.pick(('int', 'str', 'list', 'dict', 'Exception', 'tuple', 'object'))]
        head = ', '.join(bases)
        if self.chance(8):
            head += (', ' if head else '') + 'flag=1'
        body = []
        for _ in range(self.rng.randrange(2, 6)):
            body += self.member(name, own)
        return [f'class {own}({head}):', *indented(body)]

    def member(self, name, own):
        member, method = self.pick(MEMBERS), self.pick(METHODS)
        forms = (
            [f'{member} = {self.expr("any", 1)}'],
            [f'{member} = Plain_{name}()'], [f'{member} = Data_{name}()'],
            ['@property', f'def {member}(self):', f'    return "{own}", {self.expr("any", 0)}',
             *self.setter(member)],
            ['@classmethod', f'def {method}(cls, *args):', f'    return cls.__name__, "{own}", len(args)'],
            ['@staticmethod', f'def {method}(*args):', f'    return "{own}", len(args)'],
            [f'def {method}(self, n={self.rng.randrange(4)}):',
             f'    return ["{own}", n, {self.up(method)}]'],
            [f'def {method}(self):', f'    return super().{method}() + ["{own}"]'],
            ['def __init__(self, value=1):', f'    self.{member} = value',
             *self.pick(([], ['    super().__init__()'], ['    super().__init__(value)']))],
            ['def __getattr__(self, name):', self.pick(('    return f"no {name}"', '    raise AttributeError(name)',
                                                        '    return super().__getattr__(name)'))],
            ['def __setattr__(self, name, value):', '    print("sets", name)', '    super().__setattr__(name, value)'],
            ['def __getattribute__(self, name):', '    if name[0] != "_": print("asks", name)',
             '    return super().__getattribute__(name)'],
            ['def __delattr__(self, name):', '    print("deletes", name)', '    object.__delattr__(self, name)'],
            ['def __init_subclass__(cls, **kwargs):', f'    print("subclass", cls.__name__, "of {own}", kwargs)',
             self.pick(('    super().__init_subclass__(**kwargs)', '    super().__init_subclass__()'))],
            ['def __class_getitem__(cls, item):', '    return cls.__name__, item'],
            [f'def __repr__(self):', f'    return f"<{own} {{sorted(vars(self))}}>"'],
            [f'__slots__ = {self.pick((("name",), ("value", "size"), ()))!r}'],
            ['def __eq__(self, other):', f'    return {self.pick(("True", "NotImplemented", "self is other"))}'],
            ['def __new__(cls, *args):', '    print("new", cls.__name__, len(args))',
             self.pick(('    return super().__new__(cls)', '    return object.__new__(cls)', '    return 5'))],
            [f'{member}: int = {self.expr("int", 0)}'],
            [f'def __len__(self): return {self.pick(("0", "3", "-1", "None"))}'],
            [f'{member} = [{self.pick(MEMBERS)} for _ in range(2)] if {self.pick(("0", "1"))} else 7'],
        )
        return self.pick(forms)

    def setter(self, member):
        if self.chance(50):
            return []
        lines = [f'@{member}.setter', f'def {member}(self, value):', '    print("setter", show(value))']
        if self.chance(40):
            lines += [f'@{member}.deleter', f'def {member}(self):', f'    raise {self.pick(("KeyError", "AttributeError"))}(1)']
        return lines

    def up(self, method):
        return self.pick(('n', f'super().{method}()', f'super().{self.pick(METHODS)}', '__class__.__name__'))

    def object_use(self, kinds):
        kind, member, method = self.pick(kinds), self.pick(MEMBERS), self.pick(METHODS)
        target = self.pick(('o', 'o', 'o', kind))
        return self.pick((
            f'print(show({target}.{member}))', f'{target}.{member} = {self.expr("any", 0)}', f'del {target}.{member}',
            f'print({target}.{method}())', f'print({kind}.{method}(o))', f'print({kind}.{method}())',
            f'print(hasattr({target}, "{member}"), getattr({target}, "{method}", 0) is not 0)',
            f'print([k.__name__ for k in {kind}.__mro__])', 'print(sorted(vars(o)))',
            f'print(isinstance(o, {kind}), issubclass({kind}, {self.pick(kinds)}))',
            f'print({kind}[{self.atom("key")}])', 'print(len(o), bool(o))', f'print(o == {kind})',
            f'print(super({kind}, o).{method}())', f'print({kind}.__name__, {kind}.__qualname__, {kind}.__bases__)',
            f'o.{member} += 1', f'print({kind}.__dict__.get("{member}").__class__.__name__)',
            f'print({kind}.__annotations__)', f'o = {kind}()', f'o.__class__ = {kind}',
            f'print(o.{method}.__self__ is o, o.{method}.__func__.__qualname__)',
            f'{kind}.{method} = lambda self, *a: ("new", a)', f'print(repr(o)[:3], str(type(o)))',
            f'print({kind}({self.expr("any", 0)}, {self.expr("any", 0)}))', f'print(o.{member}.{method})'))

    # ---- dataclasses -----------------------------------------------------------------------------
    def data_classes(self, name):
        first, second = f'P_{name}', f'Q_{name}'
        lines = self.data_class(first, '') + self.data_class(second, first if self.chance(60) else '')
        for _ in range(7):
            lines += self.careful(self.data_use(self.pick((first, second)), self.pick((first, second))))
        return [f'def {name}():', *indented(lines), f'attempt({name})']

    def data_class(self, own, base):
        options = [f'{option}={self.pick(("True", "False"))}' for option in
                   ('order', 'frozen', 'eq', 'repr', 'unsafe_hash', 'kw_only', 'init', 'slots', 'match_args')
                   if self.chance(15)]
        head = f'@dataclasses.dataclass({", ".join(options)})' if options else '@dataclasses.dataclass'
        body, fields = [], self.rng.sample(MEMBERS, self.rng.randrange(1, 5))
        for field in fields:
            default = self.pick(('', '', f' = {self.expr("any", 0)}', f' = {self.rng.randrange(9)}',
                                 ' = dataclasses.field(default_factory=list)', ' = dataclasses.field(default=3, repr=False)',
                                 ' = dataclasses.field(default=4, compare=False)', ' = dataclasses.field(init=False, default=5)',
                                 ' = dataclasses.field(kw_only=True)'))
            body.append(f'{field}: {self.pick(("int", "str", "list", "float", "int", "ClassVar[int]", "InitVar[int]"))}{default}')
        if self.chance(30):
            body += ['def __post_init__(self, *args):', f'    print("post", args)',
                     self.pick(('    pass', f'    self.{fields[0]} = 9', '    raise ValueError(7)'))]
        return [head, f'class {own}({base}):', *indented(body)]

    def data_use(self, kind, other):
        call = lambda: f'{kind}({self.data_arguments()})'
        return self.pick((
            f'print({call()})', f'print({call()})', f'print({call()} == {call()})', f'print({call()} < {call()})',
            f'print(dataclasses.asdict({call()}))', f'print(dataclasses.astuple({call()}))',
            f'print(dataclasses.replace({call()}, {self.pick(MEMBERS)}=1))', f'o = {call()}; o.{self.pick(MEMBERS)} = 3; print(o)',
            f'print([(f.name, f.init, f.kw_only) for f in dataclasses.fields({kind})])', f'print({kind}.__match_args__)',
            f'one, other = {kind}(1, 2), {kind}(1, 2); print(hash(one) == hash(other))', f'o = {call()}; del o.{self.pick(MEMBERS)}; print(o)',
            f'print(dataclasses.is_dataclass({kind}), {kind}(1) == {other}(1))', f'print(sorted([{call()}, {call()}]))',
            f'match {call()}:\n            case {kind}(a, b): print(a, b)\n            case {kind}(): print("other")'))

    def data_arguments(self):
        parts = [self.expr('int', 0) for _ in range(self.rng.randrange(4))]
        return ', '.join(parts + [f'{field}={self.rng.randrange(9)}' for field in self.rng.sample(MEMBERS, self.pick((0, 0, 0, 1, 2)))])

    # ---- decorators ------------------------------------------------------------------------------
    def decorators(self, name):
        lines = DECORATORS.format(name).splitlines()
        if self.chance(50):
            lines += ['total = 0', 'memory = []']
        marks = [self.pick((f'@loud_{name}', f'@times_{name}({self.rng.randrange(3)})', f'@plain_{name}', f'@Counted_{name}',
                            '@functools.cache', '@functools.lru_cache(maxsize=2)', '@staticmethod', '@(lambda f: f)',
                            f'@{self.expr("any", 0)}')) for _ in range(self.rng.randrange(1, 4))]
        lines += [*marks, f'def f_{name}({self.pick(("n", "n=2", "*n", "n, /", "n=1, *, key=None"))}):', '    print("runs", n)',
                  f'    return {self.expr("any", 1)}']
        for _ in range(4):
            call = self.pick((f'f_{name}({self.data_arguments()})', f'f_{name}({self.expr("any", 0)})', f'f_{name}.__name__',
                              f'f_{name}.seen', f'f_{name}.__wrapped__.__name__', f'f_{name}.cache_info()', f'f_{name}.n',
                              f'functools.partial(f_{name}, {self.rng.randrange(9)})()', f'f_{name}.__qualname__',
                              f'list(map(f_{name}, {self.expr("iter", 0)}))',
                              f'functools.reduce(lambda a, b: (a, b), {self.expr("iter", 1)}, {self.expr("any", 0)})',
                              f'max({self.expr("iter", 0)}, key=f_{name})', f'sorted({self.expr("iter", 0)}, key=f_{name})'))
            lines += self.careful(f'print(show({call}))')
        return [f'def {name}():', *indented(lines), f'attempt({name})']
