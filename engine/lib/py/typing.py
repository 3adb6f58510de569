"""Names for annotations. They describe types; nothing here checks a value."""

import collections.abc as _abc
import functools as _functools
import sys as _sys
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod
from types import GenericAlias
from _typing import (InUnion as _InUnion, NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs,
                     TypeAliasType, TypeVar, TypeVarTuple, class_arguments as _class_arguments)

# Special forms


class _Form(_InUnion):
    """A name that may be subscripted."""

    def __init__(self, name, subscript=None):
        self._name = name
        self._subscript = subscript

    def __repr__(self):
        return f'typing.{self._name}'

    def __getitem__(self, item):
        if self._subscript is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._subscript(self, item)

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')


def _shown(item):
    if item is Ellipsis:
        return '...'
    if isinstance(item, type) and not isinstance(item, GenericAlias):
        if item.__module__ == 'builtins':
            return item.__qualname__
        return f'{item.__module__}.{item.__qualname__}'
    if isinstance(item, list):
        return '[' + ', '.join(map(_shown, item)) + ']'
    return repr(item)


def _as_type(item):
    if item is None:
        return type(None)
    return ForwardRef(item) if isinstance(item, str) else item


_NOT_CALLED = tuple([f'typing.{name}' for name in ('List', 'Dict', 'Set', 'FrozenSet', 'Tuple', 'Type')])


def _refuse_call(name, origin):
    if name in _NOT_CALLED:
        raise TypeError(f'Type {name[7:]} cannot be instantiated; use {origin.__name__}() instead')
    if name == 'typing.Union':
        raise TypeError('Cannot instantiate typing.Union')


class _Alias(_InUnion):
    """What a subscript gives: List[int], Optional[str], ..."""

    def __init__(self, origin, args, name):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name
        self.__parameters__ = _type_variables(args)

    def __repr__(self):
        if self._name == 'typing.Union' and len(self.__args__) == 2 and type(None) in self.__args__:
            other, = [item for item in self.__args__ if item is not type(None)]
            return f'typing.Optional[{_shown(other)}]'
        if self._name == 'typing.Annotated':
            shown = [_shown(self.__args__[0]), *map(repr, self.__metadata__)]
            return f'typing.Annotated[{", ".join(shown)}]'
        if self._name == 'typing.Literal':
            return f'typing.Literal[{", ".join(map(repr, self.__args__))}]'
        if self._name == 'typing.Callable' and len(self.__args__) > 1:
            *parameters, result = self.__args__
            open_ended = len(parameters) == 1 and (
                parameters[0] is ... or isinstance(parameters[0], ParamSpec))
            inside = ', '.join(map(_shown, parameters))
            inside = inside if open_ended else f'[{inside}]'
            return f'typing.Callable[{inside}, {_shown(result)}]'
        return f'{self._name}[{", ".join(map(_shown, self.__args__)) or "()"}]'

    def __eq__(self, other):
        if isinstance(other, type(int | str)) and self._name == 'typing.Union':
            return set(self.__args__) == set(other.__args__)
        if not isinstance(other, _Alias):
            return NotImplemented
        if self._name == other._name == 'typing.Union':
            return set(self.__args__) == set(other.__args__)
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self._name == 'typing.Union':
            return hash(frozenset(self.__args__))
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, items):
        if not isinstance(items, tuple):
            items = items,
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        known = dict(zip(self.__parameters__, items))
        return type(self)(self.__origin__, tuple([_filled(arg, known) for arg in self.__args__]),
                          self._name)

    def __call__(self, *args, **kwds):
        _refuse_call(self._name, self.__origin__)
        made = self.__origin__(*args, **kwds)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic and any(
                isinstance(base, _Alias) and base is not self for base in bases):
            return ()
        if issubclass(self.__origin__, Generic) or Generic in bases:
            return self.__origin__,
        return self.__origin__, Generic

    def __instancecheck__(self, instance):
        return self.__subclasscheck__(type(instance))

    def __subclasscheck__(self, cls):
        if self._name == 'typing.Union':
            return any(issubclass(cls, arg) for arg in self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')


def _filled(arg, known):
    if isinstance(arg, TypeVar):
        return known.get(arg, arg)
    parameters = getattr(arg, '__parameters__', ())
    return arg[tuple([known.get(p, p) for p in parameters])] if parameters else arg


def _type_variables(args):
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            inside = arg,
        else:
            inside = getattr(arg, '__parameters__', ()) if not isinstance(arg, type) else ()
        for variable in inside:
            if variable not in found:
                found.append(variable)
    return tuple(found)


def _union(form, items):
    if items == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(items, tuple):
        items = items,
    flat = []
    for item in map(_as_type, items):
        inside = (item.__args__ if getattr(item, '_name', None) == 'typing.Union'
                  or type(item) is type(int | str) else (item,))
        for one in inside:
            if one not in flat:
                flat.append(one)
    return flat[0] if len(flat) == 1 else _Alias(Union, tuple(flat), 'typing.Union')


def _literal(form, items):
    return _Alias(form, items if isinstance(items, tuple) else (items,), 'typing.Literal')


def _one(form, item):
    return _Alias(form, (_as_type(item),), repr(form))


def _many(form, items):
    if not isinstance(items, tuple):
        items = items,
    return _Alias(form, tuple(map(_as_type, items)), repr(form))


def _annotated(form, items):
    if not isinstance(items, tuple) or len(items) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an '
                        'annotation).')
    made = _Alias(items[0], items[:1], 'typing.Annotated')
    made.__metadata__ = items[1:]
    return made


class _AnyMeta(type):
    def __instancecheck__(self, instance):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(instance)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Every type; a class with this base may have any attribute."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


NoReturn = _Form('NoReturn')
Never = _Form('Never')
Self = _Form('Self')
LiteralString = _Form('LiteralString')
TypeAlias = _Form('TypeAlias')
ClassVar = _Form('ClassVar', _one)
Final = _Form('Final', _one)
Required = _Form('Required', _one)
NotRequired = _Form('NotRequired', _one)
ReadOnly = _Form('ReadOnly', _one)
TypeGuard = _Form('TypeGuard', _one)
TypeIs = _Form('TypeIs', _one)
Unpack = _Form('Unpack', _one)
Concatenate = _Form('Concatenate', _many)


def _optional(form, item):
    if isinstance(item, tuple):
        raise TypeError(f'typing.Optional requires a single type. Got {item!r}.')
    return Union[item, None]


Union = _Form('Union', _union)
Optional = _Form('Optional', _optional)
Literal = _Form('Literal', _literal)
Annotated = _Form('Annotated', _annotated)


# Names of containers

class _Named(_InUnion):
    """List, Dict, Callable ...: another name of a class."""

    def __init__(self, name, origin):
        self._name = name
        self.__origin__ = origin

    def __repr__(self):
        return f'typing.{self._name}'

    def __getitem__(self, items):
        if not isinstance(items, tuple):
            items = items,
        return _Alias(self.__origin__, tuple(map(_as_type, items)), repr(self))

    def __call__(self, *args, **kwds):
        _refuse_call(repr(self), self.__origin__)
        return self.__origin__(*args, **kwds)

    def __mro_entries__(self, bases):
        return self.__origin__,

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        return getattr(self.__origin__, name)


class _Callable(_Named):
    def __getitem__(self, items):
        parameters, result = items
        if isinstance(parameters, list):
            parameters = tuple(parameters)
        else:
            parameters = parameters,
        return _Alias(self.__origin__, (*map(_as_type, parameters), _as_type(result)), repr(self))


def _lazily(module, name):
    # The class of a module that is not loaded just for its name.
    import collections
    import contextlib
    return getattr({'collections': collections, 'contextlib': contextlib}[module], name)


List = _Named('List', list)
Dict = _Named('Dict', dict)
Set = _Named('Set', set)
FrozenSet = _Named('FrozenSet', frozenset)
Tuple = _Named('Tuple', tuple)
Type = _Named('Type', type)
Callable = _Callable('Callable', _abc.Callable)
Deque = _Named('Deque', _lazily('collections', 'deque'))
DefaultDict = _Named('DefaultDict', _lazily('collections', 'defaultdict'))
OrderedDict = _Named('OrderedDict', _lazily('collections', 'OrderedDict'))
Counter = _Named('Counter', _lazily('collections', 'Counter'))
ChainMap = _Named('ChainMap', _lazily('collections', 'ChainMap'))
ContextManager = _Named('ContextManager', _lazily('contextlib', 'AbstractContextManager'))
AsyncContextManager = _Named('AsyncContextManager',
                             _lazily('contextlib', 'AbstractAsyncContextManager'))
Hashable = _Named('Hashable', _abc.Hashable)
Awaitable = _Named('Awaitable', _abc.Awaitable)
Coroutine = _Named('Coroutine', _abc.Coroutine)
AsyncIterable = _Named('AsyncIterable', _abc.AsyncIterable)
AsyncIterator = _Named('AsyncIterator', _abc.AsyncIterator)
AsyncGenerator = _Named('AsyncGenerator', _abc.AsyncGenerator)
Iterable = _Named('Iterable', _abc.Iterable)
Iterator = _Named('Iterator', _abc.Iterator)
Generator = _Named('Generator', _abc.Generator)
Reversible = _Named('Reversible', _abc.Reversible)
Sized = _Named('Sized', _abc.Sized)
Container = _Named('Container', _abc.Container)
Collection = _Named('Collection', _abc.Collection)
AbstractSet = _Named('AbstractSet', _abc.Set)
MutableSet = _Named('MutableSet', _abc.MutableSet)
Mapping = _Named('Mapping', _abc.Mapping)
MutableMapping = _Named('MutableMapping', _abc.MutableMapping)
Sequence = _Named('Sequence', _abc.Sequence)
MutableSequence = _Named('MutableSequence', _abc.MutableSequence)
MappingView = _Named('MappingView', _abc.MappingView)
KeysView = _Named('KeysView', _abc.KeysView)
ItemsView = _Named('ItemsView', _abc.ItemsView)
ValuesView = _Named('ValuesView', _abc.ValuesView)
ByteString = _Named('ByteString', _abc.ByteString)
Text = str


AnyStr = TypeVar('AnyStr', bytes, str)


class ForwardRef:
    """A type that is given by its name."""

    def __init__(self, arg, *, module=None):
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)


# Classes to inherit from

class Generic:
    """Base of classes with type parameters."""

    __slots__ = ()

    def __class_getitem__(cls, items):
        name = {Generic: 'typing.Generic', Protocol: 'typing.Protocol'}.get(cls) or _shown(cls)
        return _Alias(cls, tuple(map(_as_type, _class_arguments(cls, items))), name)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        parameters = []
        for base in cls.__dict__.get('__orig_bases__', ()):
            for variable in getattr(base, '__parameters__', ()):
                if variable not in parameters:
                    parameters.append(variable)
        cls.__parameters__ = tuple(parameters)


_NOT_MEMBERS = {'__module__', '__qualname__', '__doc__', '__dict__', '__weakref__', '__slots__',
                '__annotations__', '__abstractmethods__', '__parameters__', '__orig_bases__',
                '__init__', '__new__', '__subclasshook__', '__class_getitem__', '__match_args__',
                '__protocol_attrs__', '__static_attributes__', '__firstlineno__', '_abc_registry',
                '__type_params__', '__hash__', '__init_subclass__', '_is_protocol',
                '_is_runtime_protocol', '__annotate__'}


class _ProtocolMeta(_ABCMeta):
    def __instancecheck__(cls, instance):
        if not getattr(cls, '_is_protocol', False) or cls is Protocol:
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable '
                            'protocols')
        return all(hasattr(instance, name) for name in cls.__protocol_attrs__)

    def __subclasscheck__(cls, other):
        if not getattr(cls, '_is_protocol', False) or cls is Protocol:
            return super().__subclasscheck__(other)
        if cls in other.__mro__:
            return True
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable '
                            'protocols')
        return all(any(name in vars(base) for base in other.__mro__)
                   for name in cls.__protocol_attrs__)


def _no_init(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that describe what an object must have."""

    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls._is_protocol = Protocol in cls.__bases__
        members = set()
        for base in cls.__mro__[:-1]:
            if base in (Protocol, Generic) or not getattr(base, '_is_protocol', False):
                continue
            members.update(vars(base), getattr(base, '__annotations__', {}))
        cls.__protocol_attrs__ = members - _NOT_MEMBERS
        if cls._is_protocol and '__init__' not in vars(cls):
            cls.__init__ = _no_init


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    @_abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    @_abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    @_abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    @_abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    @_abstractmethod
    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    @_abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol):
    @_abstractmethod
    def __round__(self, ndigits=0):
        pass


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace):
        from collections import namedtuple
        fields = list(kinds := namespace.get('__annotations__', {}))
        defaults = [namespace[field] for field in fields if field in namespace]
        for before, field in zip(fields, fields[1:]):
            if before in namespace and field not in namespace:
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default field '
                                f'{before}')
        made = namedtuple(name, fields, defaults=defaults, module=namespace['__module__'])
        made.__annotations__ = {field: _as_type(kind) for field, kind in kinds.items()}
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields'):
                raise AttributeError(f'Cannot overwrite NamedTuple attribute {key}')
            if key not in fields and key not in ('__module__', '__annotations__', '__qualname__'):
                setattr(made, key, value)
        made.__qualname__ = namespace.get('__qualname__', name)
        return made


_NamedTuple = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


class _NamedTupleForm:
    """class Point(NamedTuple): x: int"""

    __name__ = 'NamedTuple'

    def __call__(self, typename, fields=(), /, **kwargs):
        from collections import namedtuple
        pairs = [*fields, *kwargs.items()]
        made = namedtuple(typename, [name for name, kind in pairs],
                          module=_sys._getframe(1).f_globals.get('__name__', '__main__'))
        made.__annotations__ = {name: _as_type(kind) for name, kind in pairs}
        return made

    def __mro_entries__(self, bases):
        return _NamedTuple,

    def __repr__(self):
        return '<function NamedTuple>'


NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, total=True):
        made = type.__new__(mcls, name, (dict,), namespace)
        annotations = {}
        required = set()
        for base in bases:
            annotations.update(getattr(base, '__annotations__', {}))
            required |= getattr(base, '__required_keys__', set())
        own = namespace.get('__annotations__', {})
        annotations.update(own)
        for key, kind in own.items():
            form = getattr(kind, '__origin__', None)
            if form is Required or total and form is not NotRequired:
                required.add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(set(annotations) - required)
        made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


class _TypedDictForm:
    """class Movie(TypedDict): title: str"""

    def __call__(self, typename, fields, /, *, total=True):
        return _TypedDictMeta(typename, (), {'__annotations__': dict(fields)}, total=total)

    def __mro_entries__(self, bases):
        return _TypedDict,

    def __repr__(self):
        return '<function TypedDict>'


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (dict,), {})
TypedDict = _TypedDictForm()


class NewType(_InUnion):
    """A name for a type that is its own type to a checker."""

    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = _sys._getframe(1).f_globals.get('__name__', '__main__')

    def __call__(self, value, /):
        return value

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'


class BinaryIO:
    pass


class TextIO:
    pass


class IO:
    __class_getitem__ = classmethod(GenericAlias)


# Functions

TYPE_CHECKING = False


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=_sys.stderr)
    return obj


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    return arg


def dataclass_transform(**options):
    return lambda cls_or_fn: cls_or_fn


def get_origin(tp):
    if isinstance(tp, type(int | str)):
        from types import UnionType
        return UnionType
    return getattr(tp, '__origin__', None)


def get_args(tp):
    args = getattr(tp, '__args__', ())
    if get_origin(tp) is _abc.Callable and len(args) > 1:
        first = args[0]
        return (first if first is ... or isinstance(first, list) else list(args[:-1])), args[-1]
    return args


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


from _type_hints import (clear_overloads, get_overloads, get_protocol_members, get_type_hints,
                         no_type_check_decorator, overload)


def __getattr__(name):
    if name in ('Match', 'Pattern'):  # re is read by who asks for them
        import re
        return globals().setdefault(name, _Named(name, getattr(re, name)))
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


__all__ = [name for name in dict(globals()) if name[0] != '_' and name != 'GenericAlias']
