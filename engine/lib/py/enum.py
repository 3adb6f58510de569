"""Classes whose few instances have names."""

import builtins as _builtins
from types import DynamicClassAttribute as _ClassAttribute, MappingProxyType as _MappingProxyType

__all__ = ['Enum', 'EnumMeta', 'EnumType', 'Flag', 'IntEnum', 'IntFlag', 'ReprEnum', 'StrEnum',
           'auto', 'unique', 'member', 'nonmember', 'property', 'FlagBoundary', 'STRICT', 'CONFORM',
           'EJECT', 'KEEP', 'verify', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'global_enum']


class property(_ClassAttribute):
    """A property that does not hide a member of the same name."""

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError(f'{ownerclass!r} has no attribute {self.fget.__name__!r}')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'{self._class!r} cannot set attribute {self._name!r}')
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'{self._class!r} cannot delete attribute {self._name!r}')
        self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self._class, self._name = ownerclass, name


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    """A value to be chosen: the next number, or what _generate_next_value_ says."""

    def __init__(self):
        self.value = None

    def __repr__(self):
        return f'auto({self.value!r})'


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


def _is_member_name(cls_name, name, value):
    if name.startswith('__') and name.endswith('__') and len(name) > 4:
        return False
    if name.startswith('_') and name.endswith('_') and len(name) > 2:
        return False
    if name.startswith(f'_{cls_name}__'):
        return False
    if isinstance(value, member):
        return True
    return not isinstance(value, nonmember) and not _is_descriptor(value)


def _data_type(bases):
    # The type that members are beside being members: int in IntEnum.
    for base in bases:
        for kind in base.__mro__:
            if kind is object or isinstance(kind, EnumType):
                continue
            own = kind.__dict__
            if '__new__' in own or '__dataclass_fields__' in own:
                return base if kind in base.__mro__ and not isinstance(base, EnumType) else kind
    return object


def _maker(namespace, bases, data_type):
    # The function that makes members, and whether it takes the value.
    own = namespace.get('__new__')
    if own is not None:
        return own.__func__ if isinstance(own, staticmethod) else own, True
    for base in bases:
        inherited = getattr(base, '_new_member_', None)
        if inherited is not None and inherited is not object.__new__:
            if data_type is object or getattr(base, '_member_type_', None) is data_type:
                return inherited, True
    if data_type is object:
        return object.__new__, False
    return data_type.__new__, True


class _EnumDict(dict):
    """What the body of an enumeration fills: auto() gets its value here, names come only once."""

    def __init__(self, cls_name, generate):
        super().__init__()
        self._cls_name = cls_name
        self._generate = generate
        self._members = {}

    def __setitem__(self, key, value):
        if key == '_generate_next_value_':
            if self._members:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._generate = value.__func__ if isinstance(value, staticmethod) else value
            value = staticmethod(self._generate)
        elif key in self._members:
            raise TypeError(f'{key!r} already defined as {self._members[key]!r}')
        elif _is_member_name(self._cls_name, key, value):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            value = self._settled(key, value.value if isinstance(value, member) else value)
            self._members[key] = value
        elif isinstance(value, nonmember):
            value = value.value
        super().__setitem__(key, value)

    def update(self, other=(), /, **more):
        for key, value in dict(other, **more).items():
            self[key] = value

    def _settled(self, name, value):
        # Values with auto() in them become what they stand for.
        if isinstance(value, auto):
            if value.value is None:
                value.value = self._generate(name, 1, len(self._members),
                                             list(self._members.values()))
            return value.value
        if type(value) is tuple and any(isinstance(part, auto) for part in value):
            return tuple([self._settled(name, part) for part in value])
        return value


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        enums = [base for base in bases if isinstance(base, EnumType)]
        for base in enums:
            if base._member_names_:
                raise TypeError(f'<enum {cls!r}> cannot extend {base!r}')
        return _EnumDict(cls, enums[-1]._generate_next_value_ if enums else None)

    def __new__(metacls, cls, bases, namespace, *, boundary=None, _simple=False, **kwds):
        enums = [base for base in bases if isinstance(base, EnumType)]
        if not enums:
            return type.__new__(metacls, cls, bases, dict(namespace), **kwds)
        if not isinstance(namespace, _EnumDict):
            plain, namespace = namespace, metacls.__prepare__(cls, bases)
            namespace.update(plain)
        values = namespace._members
        ignored = namespace.get('_ignore_', ())
        ignored = ignored.replace(',', ' ').split() if isinstance(ignored, str) else ignored
        rest = {name: value for name, value in namespace.items()
                if name not in values and name not in ignored and name != '_ignore_'}
        if 'mro' in values:
            raise ValueError("invalid enum member name(s) 'mro'")
        data_type = _data_type(bases)
        make, takes_value = _maker(namespace, bases, data_type)
        rest['_new_member_'] = make
        if '__new__' in rest:
            rest['__new_member__'] = rest.pop('__new__')
        rest['_member_names_'] = []
        rest['_member_map_'] = {}
        rest['_value2member_map_'] = {}
        rest['_unhashable_values_'] = []
        rest['_member_type_'] = data_type
        made = type.__new__(metacls, cls, bases, rest, **kwds)
        made._boundary_ = boundary or getattr(enums[-1], '_boundary_', None)
        made._take_texts(enums[0], data_type, namespace)
        # Members are looked up from now on, whatever made them.
        made.__new__ = Enum.__new__
        for name, value in values.items():
            if name not in ignored:
                made._add_member(name, value, make, takes_value, data_type)
        if Flag is not None and issubclass(made, Flag):
            made._settle_flags()
        return made

    def _take_texts(cls, first, data_type, namespace):
        # repr() and the like are those of enumerations, not those of int or str.
        for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
            if name in namespace or not hasattr(first, name):
                continue
            plain = getattr(object, name, None), getattr(data_type, name, None)
            if getattr(cls, name, None) in plain:
                setattr(cls, name, getattr(first, name))

    def _add_member(cls, name, value, make, takes_value, data_type):
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = args,
        made = make(cls, *args) if takes_value else make(cls)
        if not hasattr(made, '_value_'):
            if data_type is object:
                made._value_ = value
            else:
                try:
                    made._value_ = data_type(*args)
                except Exception as exc:
                    raise TypeError('_value_ not set in __new__, unable to create it') from exc
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made._sort_order_ = len(cls._member_names_)
        if hasattr(type(made), '__init__') and cls.__init__ is not Enum.__init__:
            made.__init__(*args)
            value = made._value_
        known = cls._by_value(value)
        if known is None:
            known = made
            if Flag is None or not issubclass(cls, Flag) or _is_single(value):
                cls._member_names_.append(name)
            try:
                cls._value2member_map_[value] = made
            except TypeError:
                cls._unhashable_values_.append(made)
        cls._member_map_[name] = known
        type.__setattr__(cls, name, known)

    def _by_value(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for known in cls._unhashable_values_:
                if known._value_ == value:
                    return known

    def __call__(cls, value, *args, names=None, module=None, qualname=None, type=None, start=1,
                 **options):
        if not cls._member_map_ and (names is not None or args):
            return cls._create(value, names if names is not None else args[0], module, qualname,
                               type, start)
        if args:
            value = value, *args
        return cls.__new__(cls, value)

    def _create(cls, name, names, module, qualname, mixin, start):
        # Animal = Enum('Animal', 'ANT BEE')
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, dict):
            names = list(names.items())
        namespace = {}
        earlier = []
        for place, item in enumerate(names):
            if isinstance(item, str):
                key = item
                value = cls._generate_next_value_(item, start, place, list(earlier))
            else:
                key, value = item
            earlier.append(value)
            namespace[key] = value
        import sys
        namespace['__module__'] = module or sys._getframe(2).f_globals.get('__name__', '__main__')
        if qualname is not None:
            namespace['__qualname__'] = qualname
        bases = (cls,) if mixin is None else (mixin, cls)
        return cls.__class__(name, bases, namespace)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if cls._by_value(value) is not None:
            return True
        if Flag is not None and issubclass(cls, Flag) and isinstance(value, int):
            try:
                cls(value)
                return True
            except ValueError:
                pass
        return False

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @_builtins.property
    def __members__(cls):
        return _MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        type.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        type.__delattr__(cls, name)

    def __dir__(cls):
        return ['__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__',
                '__iter__', '__len__', '__members__', '__module__', '__name__', '__qualname__',
                *cls._member_names_]


EnumMeta = EnumType
Flag = None


def _public(names, member):
    return [name for name in names if name[0] != '_' and (
        name not in member._member_map_ or isinstance(names[name], property))]


class Enum(metaclass=EnumType):
    """Base of enumerations."""

    _member_names_ = []
    _member_map_ = {}
    _value2member_map_ = {}
    _unhashable_values_ = []
    _member_type_ = object
    _new_member_ = object.__new__
    _boundary_ = None

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = cls._by_value(value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError(f'{cls!r} has no members defined')
        try:
            made = cls._missing_(value)
        except Exception as exc:
            if type(exc) is ValueError and exc.__context__ is None:
                raise
            exc.__context__ = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            raise
        if isinstance(made, cls):
            return made
        if Flag is not None and issubclass(cls, Flag) and isinstance(made, int):
            return made
        if made is None:
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        raise TypeError(f'error in {cls.__name__}._missing_: returned {made!r} instead of None or '
                        'a valid member')

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        shown = self._value_repr_() if hasattr(self, '_value_repr_') else repr(self._value_)
        return f'<{type(self).__name__}.{self._name_}: {shown}>'

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __dir__(self):
        cls = type(self)
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__'}
        if cls._member_type_ is not object:
            names.update(object.__dir__(self))
        names.update(_public(self.__dict__, self))
        for base in reversed(cls.__mro__):
            names.update(_public(vars(base), self))
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """Only the repr is that of an enumeration; str() and format() are those of the value."""


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self)

    def __format__(self, format_spec):
        return int.__format__(self, format_spec)


def _new_str_member(cls, *values):
    if len(values) > 3:
        raise TypeError(f'too many arguments for str(): {values!r}')
    for value in values:
        if not isinstance(value, str):
            raise TypeError(f'{value!r} is not a string')
    made = str.__new__(cls, *values)
    made._value_ = str(*values)
    return made


class StrEnum(str, ReprEnum):
    __new__ = _new_str_member

    def __str__(self):
        return str.__str__(self)

    def __format__(self, format_spec):
        return str.__format__(self, format_spec)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = 'strict'
    CONFORM = 'conform'
    EJECT = 'eject'
    KEEP = 'keep'


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _is_single(value):
    return isinstance(value, int) and value > 0 and value & (value - 1) == 0


class Flag(Enum, boundary=STRICT):
    """Members that can be combined."""

    _flag_mask_ = 0
    _all_bits_ = 0

    @classmethod
    def _settle_flags(cls):
        mask = 0
        for known in cls._member_map_.values():
            mask |= known._value_
        type.__setattr__(cls, '_flag_mask_', mask)
        type.__setattr__(cls, '_all_bits_', (1 << mask.bit_length()) - 1)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        return 1 << last.bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        wanted = value
        mask = cls._flag_mask_
        if value < 0:
            value += cls._all_bits_ + 1
            if cls._boundary_ is not KEEP:
                value &= mask
        unknown = value & ~mask
        if unknown or value < 0:
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {wanted!r}\n'
                                 f'    given {_bits(value, width)}\n'
                                 f'  allowed {_bits(mask, width)}')
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return wanted
        known = cls._by_value(value)
        return known if known is not None else cls._combined(value)

    @classmethod
    def _combined(cls, value):
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        made.__objclass__ = cls
        parts = [known for known in cls if known._value_ & value]
        left = value
        for known in parts:
            left &= ~known._value_
        names = [known._name_ for known in parts]
        if left and parts:
            names.append(str(left))
        made._name_ = '|'.join(names) if parts else None
        cls._value2member_map_[value] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f'unsupported operand type(s) for \'in\': {type(other).__qualname__!r} '
                            f'and {type(self).__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return (known for known in type(self) if known._value_ & self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        if self._name_ is None:
            return f'<{type(self).__name__}: {self._value_!r}>'
        return f'<{type(self).__name__}.{self._name_}: {self._value_!r}>'

    def __str__(self):
        if self._name_ is None:
            return f'{type(self).__name__}({self._value_!r})'
        return f'{type(self).__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        # The number that an operand stands for, or None.
        if isinstance(other, type(self)):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        number = self._other(other)
        return NotImplemented if number is None else type(self)(self._value_ | number)

    def __and__(self, other):
        number = self._other(other)
        return NotImplemented if number is None else type(self)(self._value_ & number)

    def __xor__(self, other):
        number = self._other(other)
        return NotImplemented if number is None else type(self)(self._value_ ^ number)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return type(self)(~self._value_)
        return type(self)(self._flag_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


def _bits(number, width):
    digits = bin(number)[2:].rjust(width, '0')
    return f'0b0 {digits}'


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    def __str__(self):
        return int.__repr__(self)

    def __format__(self, format_spec):
        return int.__format__(self, format_spec)

    def __repr__(self):
        return Flag.__repr__(self)

    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __bool__ = Flag.__bool__


def unique(enumeration):
    aliases = [(name, known.name) for name, known in enumeration.__members__.items()
               if name != known.name]
    if aliases:
        shown = ', '.join([f'{alias} -> {name}' for alias, name in aliases])
        raise ValueError(f'duplicate values found in {enumeration!r}: {shown}')
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration)
        return enumeration

    def _unique(self, enumeration):
        aliases = [(name, known.name) for name, known in enumeration.__members__.items()
                   if name != known.name]
        if aliases:
            shown = ', '.join([f'{alias} -> {name}' for alias, name in aliases])
            raise ValueError(f'aliases found in {enumeration!r}: {shown}')

    def _continuous(self, enumeration):
        values = {known.value for known in enumeration}
        if values:
            missing = [i for i in range(min(values), max(values)) if i not in values]
            if missing:
                shown = ', '.join(map(str, missing))
                raise ValueError(f'invalid {type(enumeration).__name__[:4].lower()} '
                                 f'{enumeration.__name__!r}: missing values {shown}')


def global_enum(cls):
    import sys
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
