"""Classes that are described by their annotated attributes."""

import sys as _sys
from types import MappingProxyType as _MappingProxyType, _fill, _nearest, _values as _stored_values

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING',
           'fields', 'asdict', 'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_NOTHING = _MappingProxyType({})


class InitVar:
    """An argument of __init__ that goes to __post_init__ and is no field."""

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


_KIND_NAMES = {'field': '_FIELD', 'class': '_FIELD_CLASSVAR', 'init': '_FIELD_INITVAR'}


class Field:
    """One field: where its value comes from and what it is used for."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare',
                 'metadata', 'kw_only', '_kind')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _NOTHING if metadata is None else _MappingProxyType(metadata)
        self.kw_only = kw_only
        self._kind = 'field'

    def __repr__(self):
        shown = [f'{name}={getattr(self, name)!r}' for name in (
            'name', 'type', 'default', 'default_factory', 'init', 'repr', 'hash', 'compare',
            'metadata', 'kw_only')]
        kind = _KIND_NAMES[self._kind] if self.name is not None else None
        return f'Field({",".join(shown)},_field_type={kind})'

    def __set_name__(self, owner, name):
        own = getattr(type(self.default), '__set_name__', None)
        if own is not None:
            own(self.default, owner, name)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# Collecting the fields

def _names_form(hint, form):
    # Whether an annotation means typing.ClassVar or InitVar, as a string too.
    if isinstance(hint, str):
        name = hint.split('[')[0].strip()
        return name == form or name.endswith('.' + form)
    if form == 'InitVar':
        return hint is InitVar or isinstance(hint, InitVar)
    typing = _sys.modules.get('typing')
    return typing is not None and (hint is typing.ClassVar
                                   or getattr(hint, '__origin__', None) is typing.ClassVar
                                   or repr(hint).startswith('typing.ClassVar['))


def _get_field(cls, name, hint, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ in ('member_descriptor',):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = hint
    if _names_form(hint, 'ClassVar'):
        made._kind = 'class'
    elif _names_form(hint, 'InitVar'):
        made._kind = 'init'
    if made._kind != 'field' and made.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if made._kind == 'class':
        if made.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._kind == 'field' and made.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(made.default)} for field {name} is not allowed: '
                         'use default_factory')
    return made


def _collect(cls, kw_only):
    found = {}
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get(_FIELDS)
        if inherited is not None:
            found.update(inherited)
    own = []
    annotations = cls.__dict__.get('__annotations__', {})
    for name, hint in annotations.items():
        if isinstance(hint, _KW_ONLY_TYPE) or hint in ('KW_ONLY', 'dataclasses.KW_ONLY'):
            kw_only = True
        else:
            own.append(_get_field(cls, name, hint, kw_only))
    for made in own:
        found[made.name] = made
        if isinstance(cls.__dict__.get(made.name), Field):
            if made.default is MISSING:
                delattr(cls, made.name)
            else:
                setattr(cls, made.name, made.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return found


# __init__

def _listed(names):
    names = [f"'{name}'" for name in names]
    if len(names) > 2:
        return ', '.join(names[:-1]) + f', and {names[-1]}'
    return ' and '.join(names)


def _has_default(f):
    return f.default is not MISSING or f.default_factory is not MISSING


def _missing(function, kind, names):
    plural = 's' if len(names) > 1 else ''
    raise TypeError(f'{function} missing {len(names)} required {kind} argument{plural}: '
                    f'{_listed(names)}')


def _too_many(function, positional, given, by_keyword):
    most, optional = len(positional) + 1, sum(map(_has_default, positional))
    takes = f'from {most - optional} to {most}' if optional else str(most)
    text = f'{function} takes {takes} positional argument{"" if takes == "1" else "s"} but {given}'
    if by_keyword:
        text += (f' positional arguments (and {by_keyword} keyword-only '
                 f'argument{"" if by_keyword == 1 else "s"})')
    raise TypeError(text + ' were given')


def _bound(function, positional, keyword_only, args, kwargs):
    # The arguments of a call by name, or the TypeError of a function with these parameters.
    names = [f.name for f in positional]
    values = dict(zip(names, args))
    known = ('self', *names, *[f.name for f in keyword_only])
    for name, value in kwargs.items():
        if name not in known:
            near = _nearest(name, known)
            hint = '' if near is None else f". Did you mean '{near}'?"
            raise TypeError(f"{function} got an unexpected keyword argument '{name}'{hint}")
        if name in values or name == 'self':
            raise TypeError(f"{function} got multiple values for argument '{name}'")
        values[name] = value
    if len(args) > len(names):
        _too_many(function, positional, len(args) + 1, sum(f.name in values for f in keyword_only))
    for kind, wanted in (('positional', positional), ('keyword-only', keyword_only)):
        lost = [f.name for f in wanted if f.name not in values and not _has_default(f)]
        if lost:
            _missing(function, kind, lost)
    return values


def _make_init(cls, all_fields, frozen, slots):
    taken = [f for f in all_fields if f.init and f._kind != 'class']
    positional = [f for f in taken if not f.kw_only]
    keyword_only = [f for f in taken if f.kw_only]
    before = None
    for f in positional:
        if _has_default(f):
            before = f
        elif before is not None:
            raise TypeError(f'non-default argument {f.name!r} follows default argument '
                            f'{before.name!r}')
    function = f'{cls.__qualname__}.__init__()'
    stored = [f for f in all_fields if f._kind != 'class']
    post_init = hasattr(cls, '__post_init__')
    unknown = [f.name for f in stored if f._kind == 'init' and not f.init]  # no arguments at all
    # Where every field is an argument of its own, most calls only store them.
    plain = not frozen and stored == positional and all(f._kind == 'field' for f in stored)
    names = _names(stored)
    defaults = tuple([names if f.default is MISSING else f.default for f in stored])

    def __init__(self, /, *args, **kwargs):
        if plain and _fill(self, names, defaults, args, kwargs):
            if post_init:
                self.__post_init__()
            return
        values = _bound(function, positional, keyword_only, args, kwargs)
        put = object.__setattr__ if frozen else setattr
        passed_on = []
        for f in stored:
            if f.name in values:
                value = values[f.name]
            elif f.default_factory is not MISSING:
                value = f.default_factory()
            elif f.default is not MISSING:
                value = f.default
                if not f.init and f._kind == 'field' and not slots:
                    continue
            else:
                continue
            if f._kind == 'init':
                passed_on.append(value)
            else:
                put(self, f.name, value)
        if post_init and unknown:
            raise NameError(f"name {unknown[0]!r} is not defined", name=unknown[0])
        if post_init:
            self.__post_init__(*passed_on)

    annotations = {f.name: f.type for f in taken}
    annotations['return'] = None
    __init__.__annotations__ = annotations
    return __init__


# The other methods

def _make_repr(shown):
    running = set()

    def __repr__(self):
        if id(self) in running:
            return '...'
        running.add(id(self))
        try:
            parts = ', '.join([f'{f.name}={getattr(self, f.name)!r}' for f in shown])
        finally:
            running.discard(id(self))
        return f'{type(self).__qualname__}({parts})'
    return __repr__


def _values(self, compared):
    # The attributes of these names.
    values = _stored_values(self, compared)
    return tuple([getattr(self, name) for name in compared]) if values is None else values


def _names(fields):
    return tuple([f.name for f in fields])


def _make_eq(compared):
    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _values(self, compared) == _values(other, compared)
    return __eq__


def _make_order(name, compared):
    def compare(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return getattr(tuple, name)(_values(self, compared), _values(other, compared))
    compare.__name__ = name
    return compare


def _make_hash(hashed):
    def __hash__(self):
        return hash(_values(self, hashed))
    return __hash__


def _freeze(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    for function in (__setattr__, __delattr__):
        if function.__name__ in cls.__dict__:
            raise TypeError(f'Cannot overwrite attribute {function.__name__} in class '
                            f'{cls.__name__}')
        _put(cls, function.__name__, function)


def _put(cls, name, function):
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    setattr(cls, name, function)


def _set_hash(cls, all_fields, unsafe_hash, eq, frozen, explicit):
    if unsafe_hash and explicit:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if unsafe_hash or eq and frozen and not explicit:
        hashed = [f for f in all_fields if (f.compare if f.hash is None else f.hash)]
        _put(cls, '__hash__', _make_hash(_names(hashed)))
    elif eq and not explicit:
        cls.__hash__ = None


class _Params:
    def __init__(self, **options):
        self.__dict__.update(options)

    def __repr__(self):
        shown = ','.join([f'{name}={value!r}' for name, value in self.__dict__.items()])
        return f'_DataclassParams({shown})'


def _check_bases(cls, frozen):
    kinds = [base.__dict__[_PARAMS].frozen for base in cls.__mro__[1:] if _PARAMS in base.__dict__]
    if kinds and any(kinds) and not frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if kinds and not any(kinds) and frozen:
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
             weakref_slot):
    found = _collect(cls, kw_only)
    _check_bases(cls, frozen)
    explicit_hash = '__hash__' in cls.__dict__ and not (
        cls.__dict__['__hash__'] is None and '__eq__' in cls.__dict__)
    setattr(cls, _FIELDS, found)
    setattr(cls, _PARAMS, _Params(init=init, repr=repr, eq=eq, order=order,
                                  unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
                                  kw_only=kw_only, slots=slots, weakref_slot=weakref_slot))
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    all_fields = list(found.values())
    stored = [f for f in all_fields if f._kind == 'field']
    compared = _names([f for f in stored if f.compare])
    if init:
        _put(cls, '__init__', _make_init(cls, all_fields, frozen, slots))
    if repr and '__repr__' not in cls.__dict__:
        _put(cls, '__repr__', _make_repr([f for f in stored if f.repr]))
    if eq and '__eq__' not in cls.__dict__:
        _put(cls, '__eq__', _make_eq(compared))
    for name in ('__lt__', '__le__', '__gt__', '__ge__') if order else ():
        if name in cls.__dict__:
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                            'Consider using functools.total_ordering')
        _put(cls, name, _make_order(name, compared))
    if frozen:
        _freeze(cls, {f.name for f in stored})
    _set_hash(cls, stored, unsafe_hash, eq, frozen, explicit_hash)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in all_fields
                                    if f.init and f._kind != 'class' and not f.kw_only])
    if '__replace__' not in cls.__dict__:
        _put(cls, '__replace__', _replace)
    if cls.__doc__ is None:
        cls.__doc__ = _signature_text(cls, [f for f in all_fields if f.init and f._kind != 'class'])
    return _with_slots(cls, stored, weakref_slot) if slots else cls


def _type_text(hint):
    if isinstance(hint, str):
        return repr(hint)
    return hint.__name__ if isinstance(hint, type) else repr(hint)


def _signature_text(cls, taken):
    shown = []
    for f in sorted(taken, key=lambda f: f.kw_only):
        if f.kw_only and '*' not in shown:
            shown.append('*')
        default = ''
        if f.default is not MISSING:
            default = f' = {f.default!r}'
        elif f.default_factory is not MISSING:
            default = ' = <factory>'
        shown.append(f'{f.name}: {_type_text(f.type)}{default}')
    return f'{cls.__name__}({", ".join(shown)})'


def _with_slots(cls, stored, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    inherited = set()
    for base in cls.__mro__[1:-1]:
        own = base.__dict__.get('__slots__', ())
        inherited.update((own,) if isinstance(own, str) else own)
    namespace = dict(cls.__dict__)
    names = [f.name for f in stored]
    wanted = [*names, '__weakref__'] if weakref_slot else names
    namespace['__slots__'] = tuple([name for name in wanted if name not in inherited])
    for name in (*names, '__dict__', '__weakref__'):
        namespace.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')

    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                        slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


# Functions for instances

def fields(class_or_instance):
    found = getattr(class_or_instance, _FIELDS, None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple([f for f in found.values() if f._kind == 'field'])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def _converted(obj, whole):
    if _is_instance(obj):
        return whole(obj)
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_converted(item, whole) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_converted(item, whole) for item in obj])
    if isinstance(obj, dict):
        pairs = [(_converted(key, whole), _converted(value, whole)) for key, value in obj.items()]
        if hasattr(type(obj), 'default_factory') or hasattr(obj, 'default_factory'):
            made = type(obj)(obj.default_factory)
            made.update(pairs)
            return made
        return type(obj)(pairs)
    import copy
    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')

    def whole(one):
        return dict_factory([(f.name, _converted(getattr(one, f.name), whole))
                             for f in fields(one)])
    return whole(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')

    def whole(one):
        return tuple_factory([_converted(getattr(one, f.name), whole) for f in fields(one)])
    return whole(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, **options):
    annotations = {}
    body = dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            annotations[item] = 'typing.Any'
        else:
            annotations[item[0]] = item[1]
            if len(item) > 2:
                body[item[0]] = item[2]
    body['__annotations__'] = annotations
    body['__module__'] = module or _sys._getframe(1).f_globals.get('__name__', '__main__')
    return dataclass(type(cls_name, tuple(bases), body), **options)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._kind == 'class':
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be '
                                'specified with replace()')
        elif f.name not in changes:
            if f._kind == 'init' and f.default is MISSING:
                raise TypeError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)
