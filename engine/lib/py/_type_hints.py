"""Of typing: what annotations stand for, overloads, the members of protocols."""
import functools
import sys
import typing

__name__ = 'typing'  # where programs find these functions

_overloads = {}


def overload(func):
    key = getattr(func, '__module__', None), getattr(func, '__qualname__', None)
    _overloads.setdefault(key, []).append(func)
    return _overload_dummy


def get_overloads(func):
    func = getattr(func, '__func__', func)
    return list(_overloads.get((func.__module__, func.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of '
                              '@overload-decorated functions outside a stub module should always '
                              'be followed by an implementation that is not @overload-ed.')


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, '__no_type_check__', None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = getattr(sys.modules.get(base.__module__), '__dict__', None)
            spaces = localns or vars(base), globalns or module
            for name, hint in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _resolved(hint, spaces, include_extras)
        return hints
    given = getattr(obj, '__annotations__', None)
    if given is None:
        if hasattr(obj, '__call__') or isinstance(obj, type(sys)):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    function = obj
    while hasattr(function, '__wrapped__'):
        function = function.__wrapped__
    own = vars(obj) if isinstance(obj, type(sys)) else getattr(function, '__globals__', {})
    spaces = localns, globalns or own
    return {name: _resolved(hint, spaces, include_extras) for name, hint in given.items()}


_EXTRAS = 'typing.Annotated', 'typing.Required', 'typing.NotRequired', 'typing.ReadOnly'


def _resolved(hint, spaces, extras):
    """The hint without texts in it, and without Annotated if extras are not wanted."""
    hint = typing._as_type(hint)
    if isinstance(hint, typing.ForwardRef):
        from _type_text import value_of
        return _resolved(value_of(hint.__forward_arg__, *spaces), spaces, extras)
    args = getattr(hint, '__args__', None)
    if not args or typing.get_origin(hint) is typing.Literal or isinstance(hint, type):
        return hint
    made = tuple([_resolved(arg, spaces, extras) if not isinstance(arg, (list, tuple)) else arg
                  for arg in args])
    if isinstance(hint, typing._Alias) and hint._name in _EXTRAS and not extras:
        return made[0]
    if all(new is old for new, old in zip(made, args)):
        return hint
    if isinstance(hint, type(int | str)):
        return functools.reduce(lambda left, right: left | right, made)
    if isinstance(hint, typing.GenericAlias):
        return typing.GenericAlias(hint.__origin__, made)
    again = typing._Alias(hint.__origin__, made, hint._name)
    again.__dict__.update({'__metadata__': hint.__metadata__} if '__metadata__' in vars(hint) else {})
    return again


def no_type_check_decorator(decorator):
    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return typing.no_type_check(decorator(*args, **kwds))
    return wrapped


def get_protocol_members(tp, /):
    if not typing.is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    members = set()
    for base in tp.__mro__[:-1]:
        if getattr(base, '_is_protocol', False) and base is not typing.Protocol:
            members.update(vars(base), base.__dict__.get('__annotations__', {}))
    return frozenset(name for name in members if name not in _NO_MEMBERS and
                     not name.startswith('_abc_'))


_NO_MEMBERS = frozenset((
    '__abstractmethods__', '__annotations__', '__class_getitem__', '__dict__', '__doc__',
    '__firstlineno__', '__init__', '__module__', '__new__', '__orig_bases__', '__parameters__',
    '__protocol_attrs__', '__slots__', '__static_attributes__', '__subclasshook__',
    '__type_params__', '__weakref__', '_is_protocol', '_is_runtime_protocol'))
