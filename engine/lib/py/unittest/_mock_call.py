"""How mocks remember calls: call, call lists, sentinels, ANY."""

import pprint


class _SentinelObject:
    __module__ = 'unittest.mock'

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _Sentinel:
    """Each attribute is a value of its own, equal only to itself."""

    def __init__(self):
        self._known = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._known.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _ANY()


def format_call(name, args, kwargs):
    parts = [repr(arg) for arg in args]
    parts += [f'{key}={value!r}' for key, value in kwargs.items()]
    return f'{name}({", ".join(parts)})'


class _Call(tuple):
    """(name, args, kwargs) or, when two, (args, kwargs); equal to shorter forms of itself."""

    __module__ = 'unittest.mock'

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        name, args, kwargs = _read_call(value, name)
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            size = len(other)
        except TypeError:
            return NotImplemented
        mine = self if len(self) == 3 else ('', *self)
        if _differ_in_parent(self, other):
            return False
        if size > 3:
            return False
        theirs = _read_other(other)
        if theirs is None:
            return False
        name, args, kwargs = theirs
        if mine[0] and name != mine[0]:
            return False
        return (args, kwargs) == (mine[1], mine[2])

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return tuple.__hash__(self)

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + '()', parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in vars(tuple):  # a tuple's methods are attributes of the call here
            return self.__getattr__(attr)
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        return self[1] if len(self) == 2 else self[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return f'call{name}' if name.startswith('()') else name
        if len(self) == 2:
            return format_call('call', *self)
        name, args, kwargs = self
        if not name:
            return format_call('call', args, kwargs)
        return format_call(f'call{name}' if name.startswith('()') else f'call.{name}',
                           args, kwargs)

    def call_list(self):
        """The calls along a chain such as call.a(1).b()."""
        calls = []
        at = self
        while at is not None:
            if at._mock_from_kall:
                calls.append(at)
            at = at._mock_parent
        return _CallList(reversed(calls))


def _read_call(value, name):
    """The parts of what a call was written as: any of name, args, kwargs may be missing."""
    args, kwargs = (), {}
    size = len(value)
    if size == 3:
        name, args, kwargs = value
    elif size == 2:
        first, second = value
        if isinstance(first, str):
            name = first
            if isinstance(second, tuple):
                args = second
            else:
                kwargs = second
        else:
            args, kwargs = first, second
    elif size == 1:
        value, = value
        if isinstance(value, str):
            name = value
        elif isinstance(value, tuple):
            args = value
        else:
            kwargs = value
    return name, args, kwargs


def _read_other(other):
    """As _read_call, for something that is compared; None when it is no call at all."""
    name, args, kwargs = '', (), {}
    size = len(other)
    if size == 3:
        return tuple(other)
    if size == 1:
        value, = other
        if isinstance(value, tuple):
            args = value
        elif isinstance(value, str):
            name = value
        else:
            kwargs = value
    elif size == 2:
        first, second = other
        if isinstance(first, str):
            name = first
            if isinstance(second, tuple):
                args = second
            else:
                kwargs = second
        else:
            args, kwargs = first, second
    return name, args, kwargs


def _differ_in_parent(one, other):
    mine = one.__dict__.get('_mock_parent')
    theirs = other.__dict__.get('_mock_parent') if isinstance(other, _Call) else None
    return bool(mine and theirs and mine != theirs)


call = _Call(from_kall=False)


class _CallList(list):
    """A list of calls that finds a run of calls with `in`."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(list.__eq__(self[i:i + size], value) for i in range(len(self) - size + 1))

    def __repr__(self):
        return pprint.pformat(list(self))
