"""Type variables and named types: the part of typing that is written in C in CPython, so that no
traceback shows a frame of it."""

from types import GenericAlias


class InUnion:
    """What may stand beside | makes a Union."""

    def __or__(self, other):
        from typing import Union  # which imports this module
        return Union[self, other]

    def __ror__(self, other):
        from typing import Union
        return Union[other, self]


class _NoDefault:
    __module__ = 'typing'

    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefault()


class _Later:
    """An attribute that is computed when it is first asked for (PEP 695)."""

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, variable, owner=None):
        if variable is None:
            return self
        try:
            make = variable._later.pop(self.name)
        except KeyError:
            raise AttributeError(f'{owner.__name__!r} object has no attribute {self.name!r}',
                                 name=self.name, obj=variable) from None
        try:
            variable.__dict__[self.name] = value = make()
        except BaseException:
            variable._later[self.name] = make
            raise
        return value


class _Variable(InUnion):
    __module__ = 'typing'

    __constraints__ = _Later()
    __bound__ = _Later()
    __default__ = _Later()

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=NoDefault):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__infer_variance__ = infer_variance
        self.__default__ = default

    def has_default(self):
        return self.__default__ is not NoDefault

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass an instance of {type(self).__name__}')

    def __typing_subst__(self, arg):
        return arg


class TypeVar(_Variable):
    __module__ = 'typing'

    def __init__(self, name, *constraints, **options):
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        super().__init__(name, *constraints, **options)


class TypeVarTuple(_Variable):
    __module__ = 'typing'

    def __iter__(self):
        from typing import Unpack
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class ParamSpecArgs:
    __module__ = 'typing'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'


class ParamSpecKwargs(ParamSpecArgs):
    __module__ = 'typing'

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(_Variable):
    __module__ = 'typing'

    args = property(lambda self: ParamSpecArgs(self))
    kwargs = property(lambda self: ParamSpecKwargs(self))


class TypeAliasType(InUnion):
    __module__ = 'typing'

    __value__ = _Later()

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = type_params

        self.__parameters__ = type_params

    def __repr__(self):
        return self.__name__

    def __getitem__(self, items):
        if not self.__type_params__:
            raise TypeError('Only generic type aliases are subscriptable')
        return GenericAlias(self, items)


def class_arguments(cls, items):
    """What stands in cls[items], checked against the class's own parameters."""
    items = items if isinstance(items, tuple) else (items,)
    if cls.__module__ == 'typing' and cls.__name__ in ('Generic', 'Protocol'):
        _check_parameters(cls.__name__, items)
        return items
    parameters = getattr(cls, '__parameters__', ())
    if not parameters:
        raise TypeError(f'{cls!r} is not a generic class')
    if any(isinstance(one, ParamSpec) for one in parameters):
        return items
    several = any(isinstance(one, TypeVarTuple) for one in parameters)
    least = sum(one.__default__ is NoDefault and not isinstance(one, TypeVarTuple) for one in parameters)
    if len(items) < least:
        raise TypeError(f'Too few arguments for {cls!r}; actual {len(items)}, expected at least {least}')
    if several:
        return items
    if len(items) > len(parameters):
        raise TypeError(f'Too many arguments for {cls!r}; actual {len(items)}, '
                        f'expected {len(parameters)}')
    return items + tuple([one.__default__ for one in parameters[len(items):]])


def _check_parameters(name, items):
    if not items:
        raise TypeError(f'Parameter list to {name}[...] cannot be empty')
    if any(isinstance(item, type) for item in items):
        raise TypeError(f'Parameters to {name}[...] must all be type variables or parameter '
                        'specification variables.')
    if any(item in items[:place] for place, item in enumerate(items)):
        raise TypeError(f'Parameters to {name}[...] must all be unique')
