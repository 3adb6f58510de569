"""How an object says what it is made of: what object.__reduce_ex__() gives."""

__all__ = ['__newobj__', '__newobj_ex__']


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reconstructor(cls, base, state):
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(made, state)
    return made


_PLAIN = (str, int, float, complex, bytes, tuple, list, dict, set, frozenset, bytearray, range,
          slice)


def _reduce_ex(x, protocol):
    own = type(x).__reduce__
    if own is not object.__reduce__:
        return x.__reduce__()
    return _reduce(x, protocol)


def _refuse(x):
    raise TypeError(f"cannot pickle {type(x).__name__!r} object")


def _native_base(cls):
    """The class of its ancestors that C made."""
    for base in cls.__mro__:
        if base in _PLAIN or base is object or base.__module__ == 'builtins':
            return base
    return object


def _own_way(x):
    """Of classes that C made and that say by themselves what they are made of; None: the others."""
    cls, state = type(x), x.__getstate__()
    if isinstance(x, (set, frozenset)):
        return cls, (list(x),), state
    if isinstance(x, bytearray):
        return cls, (bytes(x),), state
    if isinstance(x, range):
        return cls, (x.start, x.stop, x.step)
    if isinstance(x, slice):
        return cls, (x.start, x.stop, x.step)
    if isinstance(x, BaseException):
        return (cls, x.args) if state is None else (cls, x.args, state)
    if x is Ellipsis or x is NotImplemented:
        return repr(x)
    if cls.__name__ == 'builtin_function_or_method':
        return x.__name__
    return None


def _reduce(x, protocol):
    own = _own_way(x)
    if own is not None:
        return own
    base = _native_base(type(x))
    if base is not object and base not in (str, int, float, complex, bytes, tuple, list, dict):
        _refuse(x)
    return _old(x, base) if protocol < 2 else _new(x, base)


def _old(x, base):
    cls = type(x)
    if cls is base and cls is not object:
        _refuse(x)
    if any(vars(one).get('__slots__') for one in cls.__mro__[:-1]) and (
            cls.__getstate__ is object.__getstate__):
        raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be '
                        'pickled')
    args = cls, base, None if base is object else base(x)
    state = x.__getstate__()
    return (_reconstructor, args, state) if state else (_reconstructor, args)


def _made_of(x, base):
    if hasattr(type(x), '__getnewargs_ex__'):
        args, kwargs = x.__getnewargs_ex__()
        if kwargs:
            return __newobj_ex__, (type(x), args, kwargs)
        return __newobj__, (type(x), *args)
    if hasattr(type(x), '__getnewargs__'):
        return __newobj__, (type(x), *x.__getnewargs__())
    return __newobj__, (type(x),)


def _new(x, base):
    function, args = _made_of(x, base)
    items = iter(x) if isinstance(x, list) else None
    pairs = iter(x.items()) if isinstance(x, dict) else None
    return function, args, x.__getstate__(), items, pairs
