"""What inspect.signature() says of functions and classes that are written in C."""

_BRACKETED = ('find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith')

# Where the engine's own parameters are not those that CPython shows.
_FUNCTIONS = {
    'sorted': '(iterable, /, *, key=None, reverse=False)',
    'open': "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, "
            "closefd=True, opener=None)",
    'list.pop': '(self, index=-1, /)',
    'exec': '(source, /, globals=None, locals=None, *, closure=None)',
    'eval': '(source, /, globals=None, locals=None)',
    'compile': '(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, '
               '_feature_version=-1)',
    '__import__': '(name, globals=None, locals=None, fromlist=(), level=0)',
    'set.union': '(self, /, *others)',
    'frozenset.union': '(self, /, *others)',
}

_CLASSES = {
    object: '()', list: '(iterable=(), /)', tuple: '(iterable=(), /)', set: '(iterable=(), /)',
    frozenset: '(iterable=(), /)', float: '(x=0, /)', bool: '(object=False, /)',
    complex: '(real=0, imag=0)', zip: '(*iterables, strict=False)',
    enumerate: '(iterable, start=0)', map: '(function, iterable, /, *iterables)',
    filter: '(function, iterable, /)', reversed: '(sequence, /)', memoryview: '(object)',
    property: '(fget=None, fset=None, fdel=None, doc=None)', classmethod: '(function, /)',
    staticmethod: '(function, /)',
}

# Of the module _asyncio, by name.
_ASYNCIO = {
    'Future': '(*, loop=None)',
    'Task': '(coro, *, loop=None, name=None, context=None, eager_start=False)',
}

_SLOTS = {
    '__getitem__': '(self, key, /)', '__delitem__': '(self, key, /)',
    '__setitem__': '(self, key, value, /)', '__contains__': '(self, key, /)',
    '__call__': '(self, /, *args, **kwargs)', '__init__': '(self, /, *args, **kwargs)',
    '__getattribute__': '(self, name, /)', '__delattr__': '(self, name, /)',
    '__setattr__': '(self, name, value, /)', '__get__': '(self, instance, owner=None, /)',
    '__set__': '(self, instance, value, /)', '__delete__': '(self, instance, /)',
    '__pow__': '(self, value, mod=None, /)', '__rpow__': '(self, value, mod=None, /)',
}
_ALONE = ('__repr__ __str__ __hash__ __bool__ __len__ __neg__ __pos__ __invert__ __abs__ __iter__ '
          '__next__ __await__ __aiter__ __anext__ __int__ __float__ __index__').split()


def of_class(cls):
    """What a class takes, as the first of its bases says it; None: none does."""
    for base in cls.__mro__:
        if base in _CLASSES and (base is not object or cls.__mro__[1:] == (object,)
                                 or cls is object):
            return _CLASSES[base]
        if base.__module__ == '_asyncio' and base.__name__ in _ASYNCIO:
            return _ASYNCIO[base.__name__]
        if base.__module__ == 'builtins':
            return None
    return None


def of_slot(wrapper):
    name = wrapper.__name__
    if name == '__getitem__' and wrapper.__objclass__ is list:
        return '(self, index, /)'
    if name in _SLOTS:
        return _SLOTS[name]
    return '(self, /)' if name in _ALONE else '(self, value, /)'


def of_native(function):
    """The same for a function or method; None: it has no signature. ValueError: CPython's text for
    it is none that Python can read."""
    name = function.__qualname__
    if name in _FUNCTIONS:
        return _FUNCTIONS[name]
    if '.' in name and name.rpartition('.')[2] in _BRACKETED and name.startswith(('str.', 'byte')):
        raise ValueError(f'{function!r} builtin has invalid signature')
    text = function.__text_signature__
    return None if text is None or '<unrepresentable>' in text else text


def split(text):
    """Its parameters: (stars, name, default as text or None); a lone / or * is a name itself."""
    for part in text[1:-1].split(', '):
        if part:
            name, equal, default = part.partition('=')
            stars = len(name) - len(name.lstrip('*')) if name != '*' else 0
            yield stars, name[stars:], default if equal else None


def value(text):
    known = {'None': None, 'True': True, 'False': False, '()': ()}
    if text in known:
        return known[text]
    if text[0] in '\'"':
        return text[1:-1].replace('\\n', '\n')
    return float(text) if '.' in text else int(text)
