"""Names for the interpreter's types, and a few that help to make classes."""


class SimpleNamespace:
    """An object with the attributes that it was made with."""

    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        self.__dict__.update(mapping_or_iterable)
        self.__dict__.update(kwargs)

    def __replace__(self, /, **changes):
        return type(self)(**{**self.__dict__, **changes})

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        return f'{name}({", ".join(f"{k}={v!r}" for k, v in self.__dict__.items())})'

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


def coroutine(func):
    """Makes a generator function's generators awaitable."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    code = getattr(func, '__code__', None)
    flags = code.co_flags if code is not None else 0
    if flags & 0x180:
        return func
    if flags & 0x20:
        return _mark_awaitable(func)

    import functools

    @functools.wraps(func)
    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        if type(made) is GeneratorType:
            return _GeneratorWrapper(made)
        return made
    return wrapped


class _GeneratorWrapper:
    """Awaits a generator that a plain function has returned."""

    def __init__(self, gen):
        self._gen = gen
        self.__name__ = getattr(gen, '__name__', None)
        self.__qualname__ = getattr(gen, '__qualname__', None)

    def send(self, val):
        return self._gen.send(val)

    def throw(self, tp, *rest):
        return self._gen.throw(tp, *rest)

    def close(self):
        return self._gen.close()

    def __next__(self):
        return next(self._gen)

    def __iter__(self):
        return self._gen if isinstance(self._gen, GeneratorType) else self

    __await__ = __iter__

    gi_code = cr_code = property(lambda self: self._gen.gi_code)
    gi_frame = cr_frame = property(lambda self: self._gen.gi_frame)
    gi_running = cr_running = property(lambda self: self._gen.gi_running)
    gi_yieldfrom = cr_await = property(lambda self: self._gen.gi_yieldfrom)


def new_class(name, bases=(), kwds=None, exec_body=None):
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    kind = type(bases[0]) if bases else type
    return kind(name, tuple(bases), namespace, **(kwds or {}))


def get_original_bases(cls, /):
    return cls.__dict__.get('__orig_bases__', cls.__bases__)


class DynamicClassAttribute:
    """A property that the class itself does not have."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            raise AttributeError
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

__all__ = (
    'FunctionType LambdaType CodeType MappingProxyType SimpleNamespace CellType GeneratorType '
    'CoroutineType AsyncGeneratorType MethodType BuiltinFunctionType BuiltinMethodType '
    'WrapperDescriptorType MethodWrapperType MethodDescriptorType ClassMethodDescriptorType '
    'ModuleType TracebackType FrameType GetSetDescriptorType MemberDescriptorType new_class '
    'get_original_bases DynamicClassAttribute coroutine GenericAlias UnionType EllipsisType '
    'NoneType NotImplementedType').split()
