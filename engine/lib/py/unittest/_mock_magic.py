"""MagicMock: a Mock that has the special methods as well."""

from ._mock_call import DEFAULT
from ._mock_core import Mock, NonCallableMock
from ._mock_names import SUPPORTED_MAGICS

_RETURNS = {
    '__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented,
    '__ge__': NotImplemented, '__int__': 1, '__contains__': False, '__len__': 0,
    '__exit__': False, '__float__': 1.0, '__bool__': True, '__index__': 1,
    '__aexit__': False,
}

_COMPUTED = {
    '__hash__': lambda self: object.__hash__(self),
    '__str__': lambda self: object.__str__(self),
    '__sizeof__': lambda self: 48,
    '__fspath__': lambda self: f'{type(self).__name__}/{self._extract_mock_name()}/{id(self)}',
}


def _equality(self, method, same, different):
    def compare(other):
        value = method._mock_return_value
        if value is not DEFAULT:
            return value
        return same if self is other else different
    return compare


def _iteration(method):
    def iterate():
        value = method._mock_return_value
        return iter([]) if value is DEFAULT else iter(value)
    return iterate


def _async_iteration(method):
    def iterate():
        value = method._mock_return_value
        return _AsyncIterator(iter([] if value is DEFAULT else value))
    return iterate


class _AsyncIterator:

    def __init__(self, iterator):
        self.iterator = iterator

    def __aiter__(self):
        return self

    async def __anext__(self):
        for value in self.iterator:
            return value
        raise StopAsyncIteration


def _give_default(parent, method, name):
    if name in _RETURNS:
        method.return_value = _RETURNS[name]
    elif name in _COMPUTED:
        method.return_value = _COMPUTED[name](parent)
    elif name == '__eq__':
        method.side_effect = _equality(parent, method, True, NotImplemented)
    elif name == '__ne__':
        method.side_effect = _inequality(parent, method)
    elif name == '__iter__':
        method.side_effect = _iteration(method)
    elif name == '__aiter__':
        method.side_effect = _async_iteration(method)


def _inequality(self, method):
    def compare(other):
        if method._mock_return_value is not DEFAULT:
            return DEFAULT
        return False if self is other else NotImplemented
    return compare


class MagicProxy:
    """A special method that becomes a mock when it is first used."""

    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        name = self.name
        method = obj._get_child_mock(name=name, _new_name=name, _new_parent=obj)
        setattr(obj, name, method)
        _give_default(obj, method, name)
        return method


_PROXIES = {name: MagicProxy(name) for name in sorted(SUPPORTED_MAGICS)}


class MagicMixin:
    __module__ = 'unittest.mock'

    @classmethod
    def _magic_namespace(cls, spec):
        if spec is None:
            return dict(_PROXIES)
        known = spec if isinstance(spec, (list, tuple)) else dir(spec)
        return {name: _PROXIES[name] for name in known if name in _PROXIES}

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        for name, value in list(type(self).__dict__.items()):
            if isinstance(value, MagicProxy) and name not in self._mock_methods:
                delattr(type(self), name)


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    __module__ = 'unittest.mock'


class MagicMock(MagicMixin, Mock):
    __module__ = 'unittest.mock'

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        defaults = {} if return_value else {
            name: child._mock_return_value for name, child in self._mock_children.items()
            if name in _RETURNS}
        super().reset_mock(*args, return_value=return_value, **kwargs)
        for name, value in defaults.items():
            self._mock_children[name]._mock_return_value = value
