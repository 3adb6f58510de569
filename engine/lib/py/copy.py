"""Shallow and deep copies."""

from collections import deque as _deque

_ATOMIC = (type(None), int, float, bool, str, bytes, type, range, type(Ellipsis),
           type(NotImplemented), type(len), type(lambda: None), property)


class Error(Exception):
    pass


error = Error


def copy(x):
    cls = type(x)
    if issubclass(cls, type) or cls in _ATOMIC or cls in (tuple, frozenset, slice):
        return x
    if cls in (list, dict, set):
        return x.copy()
    own = getattr(cls, '__copy__', None)
    if own is not None:
        return own(x)
    reduced = _reduced(x)
    if reduced is None:
        return _reconstructed(x, lambda part: part)
    return x if isinstance(reduced, str) else _reconstruct(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    if memo is None:
        memo = {}
    cls = type(x)
    if issubclass(cls, type) or cls in _ATOMIC:
        return x
    key = id(x)
    made = memo.get(key, _nil)
    if made is not _nil:
        return made
    own = getattr(cls, '__deepcopy__', None)
    if own is not None:
        made = own(x, memo)
    elif cls in _DEEP:
        made = _DEEP[cls](x, memo)
    else:
        reduced = _reduced(x)
        if reduced is None:
            made = _reconstructed(x, lambda part: deepcopy(part, memo), memo)
        else:
            made = x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)
    if made is not x:
        memo[key] = made
        memo.setdefault(id(memo), []).append(x)
    return made


def _deep_list(x, memo):
    made = memo[id(x)] = []
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:
        return memo[id(x)]
    if all(new is old for new, old in zip(items, x)):
        return x
    return tuple(items)


def _deep_dict(x, memo):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deep_set(x, memo):
    return type(x)([deepcopy(item, memo) for item in x])


def _deep_slice(x, memo):
    return slice(*[deepcopy(part, memo) for part in (x.start, x.stop, x.step)])


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


class _Method:
    def method(self):
        pass


_DEEP = {list: _deep_list, tuple: _deep_tuple, dict: _deep_dict, set: _deep_set,
         frozenset: _deep_set, slice: _deep_slice, type(_Method().method): _deep_method}


def _reduced(x):
    # What the class itself says of how its instances are made again; None where it says nothing.
    cls = type(x)
    if cls.__reduce_ex__ is not object.__reduce_ex__:
        return x.__reduce_ex__(4)
    if cls.__reduce__ is not object.__reduce__:
        return x.__reduce__()
    if cls is object:
        return cls, ()
    if isinstance(x, BaseException):
        return cls, x.args, x.__dict__ or None
    return None


def _set_state(made, state):
    if hasattr(made, '__setstate__'):
        made.__setstate__(state)
        return
    values, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, None)
    if values is not None:
        made.__dict__.update(values)
    for name, value in (slots or {}).items():
        setattr(made, name, value)


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *,
                 deepcopy=deepcopy):
    part = (lambda value: value) if memo is None else (lambda value: deepcopy(value, memo))
    made = func(*(args if memo is None else [part(arg) for arg in args]))
    if memo is not None:
        memo[id(x)] = made
    if state is not None:
        _set_state(made, part(state))
    for item in listiter or ():
        made.append(part(item))
    for key, value in dictiter or ():
        made[part(key)] = part(value)
    return made


def _state(x):
    own = getattr(x, '__getstate__', None)
    if own is not None:
        return own()
    return None


def _slot_names(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ('__dict__', '__weakref__'):
                if name.startswith('__') and not name.endswith('__'):
                    name = f'_{base.__name__.lstrip("_")}{name}'
                names.append(name)
    return names


def _fresh(x, part, memo):
    # An instance of the same class, with the items of the container that it is.
    cls = type(x)
    if isinstance(x, (str, int, float, bytes, tuple, frozenset)):
        for base in (str, int, float, bytes):
            if isinstance(x, base):
                return base.__new__(cls, x)
        base = tuple if isinstance(x, tuple) else frozenset
        return base.__new__(cls, [part(item) for item in x])
    if hasattr(cls, '__getnewargs_ex__'):
        args, kwargs = x.__getnewargs_ex__()
        return cls.__new__(cls, *[part(arg) for arg in args],
                           **{name: part(value) for name, value in kwargs.items()})
    if hasattr(cls, '__getnewargs__'):
        return cls.__new__(cls, *[part(arg) for arg in x.__getnewargs__()])
    return cls.__new__(cls)


def _reconstructed(x, part, memo=None):
    cls = type(x)
    if cls.__module__ in ('builtins', '_asyncio', '_io', '_contextvars') or not hasattr(
            cls, '__dict__') or cls.__name__ in ('generator', 'coroutine', 'module'):
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    made = _fresh(x, part, memo)
    if memo is not None:
        memo[id(x)] = made
    if isinstance(x, list):
        for item in list.__iter__(x):
            list.append(made, part(item))
    elif isinstance(x, dict):
        for key, value in dict.items(x):
            dict.__setitem__(made, part(key), part(value))
    elif isinstance(x, set):
        for item in x:
            set.add(made, part(item))
    elif isinstance(x, _deque):
        _deque.__init__(made, [part(item) for item in x], x.maxlen)
    state = _state(x)
    if state is not None and hasattr(cls, '__setstate__'):
        made.__setstate__(part(state))
        return made
    if state is not None and cls.__getstate__ is not getattr(object, '__getstate__', None):
        _set_state(made, part(state))
        return made
    if state is None or isinstance(state, tuple):
        state = getattr(x, '__dict__', {})
    made_values = {key: part(value) for key, value in state.items()}
    if made_values:
        made.__dict__.update(made_values)
    for name in _slot_names(cls):
        if hasattr(x, name):
            setattr(made, name, part(getattr(x, name)))
    return made


def replace(obj, /, **changes):
    own = getattr(type(obj), '__replace__', None)
    if own is None:
        raise TypeError(f'replace() does not support {type(obj).__name__} objects')
    return own(obj, **changes)

__all__ = (
    'Error copy deepcopy replace').split()
