"""The fields of a namedtuple: their names, their places, and how a call fills them."""

_KEYWORDS = frozenset(
    'False None True and as assert async await break class continue def del elif else except '
    'finally for from global if import in is lambda nonlocal not or pass raise return try while '
    'with yield'.split())


class Field:
    # An item of a tuple under its name.
    __slots__ = ('_place', '__doc__')

    def __init__(self, place, doc):
        self._place = place
        self.__doc__ = doc

    def __get__(self, instance, owner=None):
        return self if instance is None else tuple.__getitem__(instance, self._place)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __repr__(self):
        return f'_tuplegetter({self._place}, {self.__doc__!r})'


def checked_names(typename, names, rename):
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    names = [str(name) for name in names]
    if rename:
        seen = set()
        for place, name in enumerate(names):
            if (not name.isidentifier() or name in _KEYWORDS or name.startswith('_')
                    or name in seen):
                names[place] = f'_{place}'
            seen.add(name)
    for name in [typename, *names]:
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in _KEYWORDS:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)
    return names


def _listed(words):
    words = [f"'{word}'" for word in words]
    if len(words) > 2:
        return ', '.join(words[:-1]) + f', and {words[-1]}'
    return ' and '.join(words)


def bind_fields(typename, fields, defaults, args, kwargs):
    # The items in order, or the TypeError of a function with these parameters.
    count = len(fields)
    if len(args) > count:
        least = count - len(defaults) + 1
        takes = f'from {least} to {count + 1}' if defaults else f'{count + 1}'
        plural = 's' if defaults or count else ''
        raise TypeError(f'{typename}.__new__() takes {takes} positional argument{plural} but '
                        f'{len(args) + 1} were given')
    if not kwargs and len(args) == count:
        return args
    values = dict(zip(fields, args))
    for name, value in kwargs.items():
        if name in values:
            raise TypeError(f"{typename}.__new__() got multiple values for argument '{name}'")
        if name not in fields:
            raise TypeError(
                f"{typename}.__new__() got an unexpected keyword argument '{name}'")
        values[name] = value
    missing = [name for name in fields if name not in values and name not in defaults]
    if missing:
        raise TypeError(f'{typename}.__new__() missing {len(missing)} required positional '
                        f'argument{"s" if len(missing) > 1 else ""}: {_listed(missing)}')
    return [values[name] if name in values else defaults[name] for name in fields]
