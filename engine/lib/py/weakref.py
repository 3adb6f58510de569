"""References that do not keep things alive. ref is written in C."""

from collections.abc import MutableMapping as _MutableMapping, MutableSet as _MutableSet


class ProxyType:
    """Stands for an object as long as that lives."""

    def __init__(self, referent, callback=None):
        object.__setattr__(self, '_ref', ref(referent, callback))

    def _target(self):
        target = object.__getattribute__(self, '_ref')()
        if target is None:
            raise ReferenceError('weakly-referenced object no longer exists')
        return target

    def __getattribute__(self, name):
        return getattr(ProxyType._target(self), name)

    def __setattr__(self, name, value):
        setattr(ProxyType._target(self), name, value)

    def __delattr__(self, name):
        delattr(ProxyType._target(self), name)

    def __repr__(self):
        target = ProxyType._target(self)
        return f'<weakproxy at {hex(id(self))} to {type(target).__name__} at {hex(id(target))}>'

    def __str__(self):
        return str(ProxyType._target(self))

    def __bool__(self):
        return bool(ProxyType._target(self))

    def __len__(self):
        return len(ProxyType._target(self))

    def __iter__(self):
        return iter(ProxyType._target(self))

    def __contains__(self, item):
        return item in ProxyType._target(self)

    def __getitem__(self, key):
        return ProxyType._target(self)[key]

    def __setitem__(self, key, value):
        ProxyType._target(self)[key] = value

    def __eq__(self, other):
        return ProxyType._target(self) == other

    __hash__ = None


class CallableProxyType(ProxyType):
    def __call__(self, *args, **kwargs):
        return ProxyType._target(self)(*args, **kwargs)


ProxyTypes = ProxyType, CallableProxyType


def proxy(object, callback=None, /):
    return (CallableProxyType if callable(object) else ProxyType)(object, callback)


class WeakMethod:
    """A weak reference to a bound method: it lives as long as the object does."""

    def __init__(self, meth, callback=None):
        self._object = ref(meth.__self__, callback and (lambda dead: callback(self)))
        self._function = meth.__func__
        self._kind = type(meth)

    def __call__(self):
        target = self._object()
        return None if target is None else self._kind(self._function, target)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return self._object == other._object and self._function is other._function

    def __hash__(self):
        return hash(self._object)


class WeakSet(_MutableSet):
    """A set that forgets what nobody else holds."""

    def __init__(self, data=None):
        items = self.data = {}

        def forget(dead):
            items.pop(dead, None)
        self._forget = forget
        if data is not None:
            self.update(data)

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return len([None for _ in self])

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data[ref(item, self._forget)] = None

    def discard(self, item):
        self.data.pop(ref(item), None)

    def remove(self, item):
        if item not in self:
            raise KeyError(ref(item))
        self.discard(item)

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError('pop from empty WeakSet')

    def clear(self):
        self.data.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return type(self)(self)

    def union(self, other):
        return type(self)([*self, *other])

    def difference(self, other):
        return type(self)([item for item in self if item not in other])

    def intersection(self, other):
        return type(self)([item for item in self if item in other])

    def symmetric_difference(self, other):
        other = type(self)(other)
        return self.difference(other).union(other.difference(self))

    def difference_update(self, other):
        self._keep(self.difference(other))

    def intersection_update(self, other):
        self._keep(self.intersection(other))

    def symmetric_difference_update(self, other):
        self._keep(self.symmetric_difference(other))

    def _keep(self, items):
        items = list(items)
        self.clear()
        self.update(items)

    def issubset(self, other):
        return all(item in other for item in self)

    def issuperset(self, other):
        return all(item in self for item in other)

    def __repr__(self):
        return repr(set(self.data))


class WeakValueDictionary(_MutableMapping):
    """A dict whose entries go when nobody else holds their values."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __setitem__(self, key, value):
        data = self.data

        def forget(dead):
            if data.get(key) is dead:
                del data[key]
        data[key] = ref(value, forget)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        for key, reference in list(self.data.items()):
            if reference() is not None:
                yield key

    def __len__(self):
        return len([None for _ in self])

    def __repr__(self):
        return f'<{type(self).__name__} at {hex(id(self))}>'

    def values(self):
        for reference in list(self.data.values()):
            value = reference()
            if value is not None:
                yield value

    def items(self):
        for key, reference in list(self.data.items()):
            value = reference()
            if value is not None:
                yield key, value

    def keys(self):
        return iter(self)

    def valuerefs(self):
        return list(self.data.values())


class WeakKeyDictionary(_MutableMapping):
    """A dict whose entries go when nobody else holds their keys."""

    def __init__(self, dict=None):
        data = self.data = {}

        def forget(dead):
            data.pop(dead, None)
        self._forget = forget
        if dict is not None:
            self.update(dict)

    def __setitem__(self, key, value):
        self.data[ref(key, self._forget)] = value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        for reference in list(self.data):
            key = reference()
            if key is not None:
                yield key

    def __len__(self):
        return len([None for _ in self])

    def __repr__(self):
        return f'<{type(self).__name__} at {hex(id(self))}>'

    def keys(self):
        return iter(self)

    def values(self):
        for key, value in self.items():
            yield value

    def items(self):
        for reference, value in list(self.data.items()):
            key = reference()
            if key is not None:
                yield key, value


class finalize:
    """Calls a function when an object dies, or when it is called itself, whichever comes first."""

    _living = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        self.atexit = True
        finalize._living[self] = ref(obj, lambda dead: self()), func, args, kwargs

    def __call__(self, _=None):
        entry = finalize._living.pop(self, None)
        if entry is not None:
            _, func, args, kwargs = entry
            return func(*args, **kwargs)

    def detach(self):
        entry = finalize._living.get(self)
        obj = entry and entry[0]()
        if obj is not None and finalize._living.pop(self, None):
            return obj, *entry[1:]

    def peek(self):
        entry = finalize._living.get(self)
        obj = entry and entry[0]()
        if obj is not None:
            return obj, *entry[1:]

    @property
    def alive(self):
        return self in finalize._living

__all__ = (
    'ref proxy getweakrefcount getweakrefs WeakKeyDictionary ReferenceType ProxyType '
    'CallableProxyType ProxyTypes WeakValueDictionary WeakSet WeakMethod finalize').split()
