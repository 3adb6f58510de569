"""Data of each thread: threading.local."""


def _data_here():
    import threading  # which imports this module
    return threading.current_thread()._locals


class local:
    """Its attributes are other ones in each thread; __init__ runs anew for each."""

    def __init__(self, *args, **kwargs):
        pass

    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is local.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = super().__new__(cls)
        setup = lambda: cls.__init__(self, *args, **kwargs)
        object.__setattr__(self, '_local__setup', setup)
        _data_here()[id(self)] = (self, {})
        return self

    def __getattribute__(self, name):
        names = _names_here(self)
        if name == '__dict__':
            return names
        if name in names:
            return names[name]
        try:
            return object.__getattribute__(self, name)
        except AttributeError:
            if type(self) is not local:
                raise
        raise _missing(self, name)

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError(
                f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        inherited = getattr(type(self), name, None)
        if hasattr(type(inherited), '__set__'):
            object.__setattr__(self, name, value)
        else:
            _names_here(self)[name] = value

    def __delattr__(self, name):
        names = _names_here(self)
        if name not in names:
            raise _missing(self, name)
        del names[name]


def _missing(data, name):
    kind = '_thread._local' if type(data) is local else type(data).__name__
    return AttributeError(f"'{kind}' object has no attribute '{name}'", name=name, obj=data)


def _names_here(data):
    found = _data_here()
    if id(data) not in found:
        found[id(data)] = (data, {})
        object.__getattribute__(data, '_local__setup')()
    return found[id(data)][1]


local.__module__ = '_thread'
local.__name__ = local.__qualname__ = '_local'
