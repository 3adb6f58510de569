"""Functions that make functions of functions. partial is written in C."""

from types import _name_in_full

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__',
                       '__type_params__')
WRAPPER_UPDATES = ('__dict__',)
_NOTHING = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _NOTHING)
        if value is not _NOTHING:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def reduce(function, iterable, initial=_NOTHING, /):
    try:
        source = iter(iterable)
    except TypeError:
        source = None
    if source is None:
        raise TypeError('reduce() arg 2 must support iteration')
    if initial is _NOTHING:
        for initial in source:
            break
        else:
            raise TypeError('reduce() of empty iterable with no initial value')
    for item in source:
        initial = function(initial, item)
    return initial


# Caches

class _CacheInfo(tuple):
    """CacheInfo(hits, misses, maxsize, currsize)"""

    __slots__ = ()
    _fields = ('hits', 'misses', 'maxsize', 'currsize')
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return 'CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)' % self


_CacheInfo.__name__ = _CacheInfo.__qualname__ = 'CacheInfo'


class _lru_cache_wrapper:
    """A function that remembers its results; the least recently used one is forgotten first."""

    # Not in __dict__, which update_wrapper() copies to what wraps this.
    __slots__ = ('_function', '_maxsize', '_typed', '_results', '_hits', '_misses', '__dict__',
                 '__weakref__')

    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self.cache_clear()

    def _key(self, args, kwargs):
        key = args
        if kwargs:
            key = args, tuple(kwargs.items())
        elif not self._typed and len(args) == 1 and type(args[0]) in (int, str):
            return args[0]
        if self._typed:
            kinds = tuple([type(value) for value in (*args, *kwargs.values())])
            return key, kinds
        return key if kwargs else (args, None)

    def __call__(self, /, *args, **kwargs):
        if self._maxsize == 0:
            self._misses += 1
            return self._function(*args, **kwargs)
        key = self._key(args, kwargs)
        results = self._results
        value = results.get(key, _NOTHING)
        if value is not _NOTHING:
            self._hits += 1
            if self._maxsize is not None:
                results[key] = results.pop(key)
            return value
        self._misses += 1
        value = self._function(*args, **kwargs)
        if self._maxsize is not None:
            if key in results:
                return value
            while len(results) >= self._maxsize:
                del results[next(iter(results))]
        results[key] = value
        return value

    def __get__(self, instance, owner=None):
        return self if instance is None else _bound_method(self, instance)

    def cache_info(self):
        return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._results)))

    def cache_clear(self):
        self._results = {}
        self._hits = self._misses = 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_name_in_full(_lru_cache_wrapper)
_bound_method = type(_lru_cache_wrapper(len, None, False).cache_info)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda function: _cached(function, maxsize, typed)


def _cached(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is computed once and then stands in the instance's __dict__."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError(
                'Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to "
                            f'cache {self.attrname!r} property.') from None
        value = values.get(self.attrname, _NOTHING)
        if value is _NOTHING:
            value = values[self.attrname] = self.func(instance)
        return value


# Order

def _gt_from_lt(self, other):
    known = type(self).__lt__(self, other)
    return known if known is NotImplemented else not known and self != other


def _le_from_lt(self, other):
    known = type(self).__lt__(self, other)
    return known if known is NotImplemented else known or self == other


def _ge_from_lt(self, other):
    known = type(self).__lt__(self, other)
    return known if known is NotImplemented else not known


def _ge_from_le(self, other):
    known = type(self).__le__(self, other)
    return known if known is NotImplemented else not known or self == other


def _lt_from_le(self, other):
    known = type(self).__le__(self, other)
    return known if known is NotImplemented else known and self != other


def _gt_from_le(self, other):
    known = type(self).__le__(self, other)
    return known if known is NotImplemented else not known


def _lt_from_gt(self, other):
    known = type(self).__gt__(self, other)
    return known if known is NotImplemented else not known and self != other


def _ge_from_gt(self, other):
    known = type(self).__gt__(self, other)
    return known if known is NotImplemented else known or self == other


def _le_from_gt(self, other):
    known = type(self).__gt__(self, other)
    return known if known is NotImplemented else not known


def _le_from_ge(self, other):
    known = type(self).__ge__(self, other)
    return known if known is NotImplemented else not known or self == other


def _gt_from_ge(self, other):
    known = type(self).__ge__(self, other)
    return known if known is NotImplemented else known and self != other


def _lt_from_ge(self, other):
    known = type(self).__ge__(self, other)
    return known if known is NotImplemented else not known


# What each of the four says when another one is known.
_ORDERINGS = {
    '__lt__': (('__gt__', _gt_from_lt),
               ('__le__', _le_from_lt),
               ('__ge__', _ge_from_lt)),
    '__le__': (('__ge__', _ge_from_le),
               ('__lt__', _lt_from_le),
               ('__gt__', _gt_from_le)),
    '__gt__': (('__lt__', _lt_from_gt),
               ('__ge__', _ge_from_gt),
               ('__le__', _le_from_gt)),
    '__ge__': (('__le__', _le_from_ge),
               ('__gt__', _gt_from_ge),
               ('__lt__', _lt_from_ge)),
}

for _made in _ORDERINGS.values():
    for _name, _operation in _made:
        _operation.__name__ = _name


def total_ordering(cls):
    known = [name for name in ('__lt__', '__le__', '__gt__', '__ge__')
             if getattr(cls, name) is not getattr(object, name)]
    if not known:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    for name, operation in _ORDERINGS[known[0]]:
        if name not in known:
            setattr(cls, name, operation)
    return cls


def cmp_to_key(mycmp):
    class K:
        __slots__ = ('obj',)
        __hash__ = None

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

    return K


# Methods

class partialmethod:
    """A partial that becomes a method of the class that it stands in."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        function = self.func
        if hasattr(function, '__get__') and not isinstance(function, type(len)):
            function = function.__get__(instance, owner)
        if instance is None:
            return lambda self, /, *args, **keywords: function(
                self, *self.args, *args, **{**self.keywords, **keywords})
        return partial(function, *self.args, **self.keywords)


def _kinds(cls):
    """The classes of a union, or the one class."""
    if isinstance(cls, type):
        return cls,
    args = getattr(cls, '__args__', None)
    is_union = isinstance(cls, type(int | str)) or getattr(cls, '_name', None) == 'typing.Union'
    return args if args and is_union else (cls,)


def _first_hint(given, function):
    if not getattr(function, '__annotations__', None):
        raise TypeError(
            f'Invalid first argument to `register()`: {given!r}. Use either '
            '`@register(some_class)` or plain `@register` on an annotated function.')
    from typing import get_type_hints
    name, hint = next(iter(get_type_hints(function).items()))
    if not all(isinstance(kind, type) for kind in _kinds(hint)):
        raise TypeError(f'Invalid annotation for {name!r}. {hint!r} is not '
                        f'{"all classes" if len(_kinds(hint)) > 1 else "a class"}.')
    return hint


def _order_of_kinds(cls, registry):
    """The registered kinds that the class is, the nearest first: abstract ones behind the class of
    its ancestors that makes it one of them."""
    abstract = [kind for kind in registry if kind not in cls.__mro__ and isinstance(kind, type)
                and issubclass(cls, kind)]
    order = []
    for base in cls.__mro__:
        if base in registry:
            order.append(base)
        here = [kind for kind in abstract if kind not in order and issubclass(base, kind)
                and not any(issubclass(parent, kind) for parent in base.__bases__)]
        order += sorted(here, key=lambda kind: -sum(issubclass(kind, other) for other in here))
    return order


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        found = None
        for kind in _order_of_kinds(cls, registry):
            if found is None:
                found = kind
            elif kind not in cls.__mro__ and found not in cls.__mro__ and not issubclass(found, kind):
                raise RuntimeError(f'Ambiguous dispatch: {found} or {kind}')
            else:
                break
        return registry[found]

    def register(cls, function=None):
        if function is None:
            if all(isinstance(kind, type) for kind in _kinds(cls)):
                return lambda function: register(cls, function)
            function = cls
            cls = _first_hint(cls, function)
        if not all(isinstance(kind, type) for kind in _kinds(cls)):
            raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or '
                            'union type.')
        for kind in _kinds(cls):
            registry[kind] = function
        return function

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(type(args[0]))(*args, **keywords)

    name = getattr(func, '__name__', 'singledispatch function')
    update_wrapper(wrapper, func)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return wrapper


class singledispatchmethod:
    """singledispatch for methods: the argument behind self decides."""

    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def _method(*args, **keywords):
            if not args:
                name = getattr(self.func, '__name__', 'singledispatchmethod method')
                raise TypeError(f'{name} requires at least 1 positional argument')
            found = self.dispatcher.dispatch(type(args[0]))
            return found.__get__(instance, owner)(*args, **keywords)
        update_wrapper(_method, self.func)
        _method.register = self.register
        return _method

__all__ = (
    'update_wrapper wraps WRAPPER_ASSIGNMENTS WRAPPER_UPDATES total_ordering cache cmp_to_key '
    'lru_cache reduce partial partialmethod singledispatch singledispatchmethod cached_property').split()
