"""Mock: answers everything, remembers everything."""

import functools
import inspect

from ._mock_call import DEFAULT, _Call, _CallList, format_call
from ._mock_names import (ALL_MAGICS, ASYNC_METHOD_MAGICS, DENIED, SYNC_MAGICS, UNSUPPORTED,
                          is_magic)

_deleted = object()
_missing = object()

# What every mock keeps beside the attributes that tests see.
_OWN = {'_mock_return_value', '_mock_side_effect', '_mock_parent', '_mock_new_parent',
        '_mock_name', '_mock_new_name', '_mock_children', '_mock_sealed', '_mock_wraps',
        '_mock_methods', '_mock_unsafe', '_mock_delegate', '_spec_class', '_spec_set',
        '_spec_signature', '_spec_asyncs', 'called', 'call_count', 'call_args', 'call_args_list',
        'mock_calls', 'method_calls', 'await_count', 'await_args', 'await_args_list'}
_THROUGH_PROPERTY = {'return_value', 'side_effect'}


def is_mock(obj):
    return issubclass(type(obj), NonCallableMock)


def is_async_obj(obj):
    if is_mock(obj) and not _is_async_mock(obj):
        return False
    obj = getattr(obj, 'func', obj) if isinstance(obj, functools.partial) else obj
    return inspect.iscoroutinefunction(obj) or inspect.isawaitable(obj)


def _is_async_mock(obj):
    from .mock import AsyncMock
    return issubclass(type(obj), AsyncMock)


def is_exception(obj):
    return (isinstance(obj, BaseException) or
            isinstance(obj, type) and issubclass(obj, BaseException))


def _iterator_of(obj):
    """What a side_effect of several values is kept as."""
    if obj is None or is_exception(obj) or callable(obj):
        return obj
    try:
        return iter(obj)
    except TypeError:
        return obj  # called, it fails with the message a caller expects


def signature_of(spec, as_instance, eat_self):
    """How something may be called, or None when that is not known."""
    if isinstance(spec, type) and not as_instance:
        spec = spec.__init__
        eat_self = True
    elif isinstance(spec, (classmethod, staticmethod)):
        eat_self = isinstance(spec, classmethod)
        spec = spec.__func__
    elif not inspect.isroutine(spec) and not isinstance(spec, functools.partial):
        try:
            spec = spec.__call__
        except AttributeError:
            return None
    if not (inspect.isfunction(spec) or inspect.ismethod(spec) or
            isinstance(spec, functools.partial)):
        return None
    found = inspect.signature(functools.partial(spec, None) if eat_self else spec)
    return found


class NonCallableMock:
    __module__ = 'unittest.mock'

    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, *args, **kw):
        from .mock import AsyncMockMixin
        # Each mock has a class of its own, which can be given magic methods.
        bases = (cls,)
        like = spec_set or spec
        if like is not None and not issubclass(cls, AsyncMockMixin) and is_async_obj(like):
            bases = (AsyncMockMixin, cls)
        names = cls._magic_namespace(spec if spec is not None else spec_set)
        names['__doc__'] = cls.__doc__
        names['__module__'] = 'unittest.mock'
        return object.__new__(type(cls.__name__, bases, names))

    @classmethod
    def _magic_namespace(cls, spec):
        return {}

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name='', _new_parent=None, _spec_as_instance=False,
                 _eat_self=None, unsafe=False, **kwargs):
        if _new_parent is None:
            _new_parent = parent
        if spec_set is not None:
            spec = spec_set
            spec_set = True
        if _eat_self is None:
            _eat_self = parent is not None
        self.__dict__.update(
            _mock_parent=parent, _mock_name=name, _mock_new_name=_new_name,
            _mock_new_parent=_new_parent, _mock_sealed=False, _mock_children={},
            _mock_wraps=wraps, _mock_delegate=None, _mock_unsafe=unsafe,
            _mock_return_value=DEFAULT, _mock_side_effect=None)
        self._mock_add_spec(spec, spec_set, _spec_as_instance, _eat_self)
        self.__dict__.update(called=False, call_args=None, call_count=0,
                             call_args_list=_CallList(), mock_calls=_CallList(),
                             method_calls=_CallList())
        if kwargs:
            self.configure_mock(**kwargs)

    # ---- The spec

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        spec_class = signature = methods = None
        asyncs = []
        if spec is not None and not isinstance(spec, (list, tuple)):
            spec_class = spec if isinstance(spec, type) else type(spec)
            signature = signature_of(spec, _spec_as_instance, _eat_self)
            methods = dir(spec)
            for name in methods:
                static = inspect.getattr_static(spec, name, None)
                if isinstance(static, (classmethod, staticmethod)):
                    static = static.__func__
                if inspect.iscoroutinefunction(static):
                    asyncs.append(name)
        elif spec is not None:
            methods = list(spec)
        self.__dict__.update(_spec_class=spec_class, _spec_set=spec_set,
                             _spec_signature=signature, _mock_methods=methods,
                             _spec_asyncs=asyncs)

    @property
    def __class__(self):
        spec_class = self.__dict__.get('_spec_class')
        return type(self) if spec_class is None else spec_class

    # ---- What a call gives

    def __get_return_value(self):
        value = self._mock_return_value
        if self._mock_delegate is not None:
            value = self._mock_delegate.return_value
        if value is DEFAULT and self._mock_wraps is None:
            value = self._get_child_mock(_new_parent=self, _new_name='()')
            self.return_value = value
        return value

    def __set_return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self._mock_return_value = value
            _adopt(self, value, None, '()')

    return_value = property(__get_return_value, __set_return_value)

    def __get_side_effect(self):
        if self._mock_delegate is None:
            return self._mock_side_effect
        return self._mock_delegate.side_effect

    def __set_side_effect(self, value):
        value = _iterator_of(value)
        if self._mock_delegate is not None:
            self._mock_delegate.side_effect = value
        else:
            self._mock_side_effect = value

    side_effect = property(__get_side_effect, __set_side_effect)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.__dict__.update(called=False, call_args=None, call_count=0,
                             mock_calls=_CallList(), call_args_list=_CallList(),
                             method_calls=_CallList())
        if return_value:
            self._mock_return_value = DEFAULT
        if side_effect:
            self._mock_side_effect = None
        for child in self._mock_children.values():
            if is_mock(child):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        answer = self._mock_return_value
        if is_mock(answer) and answer is not self:
            answer.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        # "a.b" after "a"
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *parts, last = path.split('.')
            obj = self
            for part in parts:
                obj = getattr(obj, part)
            setattr(obj, last, value)

    def attach_mock(self, mock, attribute):
        inner = getattr(mock, 'mock', mock) if not is_mock(mock) else mock
        inner._mock_parent = inner._mock_new_parent = None
        inner._mock_name, inner._mock_new_name = '', None
        setattr(self, attribute, mock)

    # ---- Attributes

    def __getattr__(self, name):
        if name in _OWN:
            raise AttributeError(name)
        if self._mock_methods is not None:
            if name not in self._mock_methods or name in ALL_MAGICS:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not self._mock_methods or name not in self._mock_methods):
            if name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')) or name in DENIED:
                raise AttributeError(
                    f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is '
                    'meant to be an attribute.')
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = None if self._mock_wraps is None else getattr(self._mock_wraps, name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name,
                                         _new_parent=self)
            self._mock_children[name] = child
        elif isinstance(child, _LaterSpec):
            child = child.make(self)
            self._mock_children[name] = child
        return child

    def __setattr__(self, name, value):
        if name in _OWN or name in _THROUGH_PROPERTY:
            object.__setattr__(self, name, value)
            return
        if (self._spec_set and self._mock_methods is not None and
                name not in self._mock_methods and name not in self.__dict__):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name == '__class__':
            self.__dict__['_spec_class'] = value
            return
        if name in UNSUPPORTED:
            raise AttributeError(f'Attempting to set unsupported magic method {name!r}.')
        if name in ALL_MAGICS:
            self._set_magic(name, value)
            return
        if _adopt(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        object.__setattr__(self, name, value)

    def _set_magic(self, name, value):
        if self._mock_methods is not None and name not in self._mock_methods:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if is_mock(value):
            _adopt(self, value, None, name)
            self._mock_children[name] = value
            setattr(type(self), name, value)
            return

        def method(self, /, *args, **kw):
            return value(self, *args, **kw)

        method.__name__ = name
        setattr(type(self), name, method)
        object.__setattr__(self, name, lambda *args, **kw: value(self, *args, **kw))

    def __delattr__(self, name):
        if name in ALL_MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _deleted:
            raise AttributeError(name)
        if child is not _missing:
            del self._mock_children[name]
        self._mock_children[name] = _deleted

    def __dir__(self):
        extras = self._mock_methods or []
        own = [name for name in dir(type(self)) if not name.startswith('_') or is_magic(name)]
        named = [name for name in self.__dict__ if not name.startswith('_') or is_magic(name)]
        children = [name for name, value in self._mock_children.items() if value is not _deleted]
        return sorted({*extras, *own, *named, *children})

    def _get_child_mock(self, /, **kw):
        """A mock for an attribute or for what a call returns."""
        from . import mock
        if self._mock_sealed:
            attribute = f".{kw['name']}" if 'name' in kw else '()'
            raise AttributeError(self._extract_mock_name() + attribute)
        name = kw.get('_new_name')
        if name in self.__dict__['_spec_asyncs']:
            return mock.AsyncMock(**kw)
        cls = type(self)
        if issubclass(cls, mock.MagicMock) and name in ASYNC_METHOD_MAGICS:
            return mock.AsyncMock(**kw)
        if issubclass(cls, mock.AsyncMockMixin):
            sync = name in SYNC_MAGICS or self._mock_methods and name in self._mock_methods
            return (mock.MagicMock if sync else mock.AsyncMock)(**kw)
        if not issubclass(cls, CallableMixin):
            magic = issubclass(cls, mock.NonCallableMagicMock)
            return (mock.MagicMock if magic else mock.Mock)(**kw)
        return cls.__mro__[1](**kw)

    # ---- Text

    def _extract_mock_name(self):
        """"mock.child().method", from the outermost mock to this one."""
        steps = []
        at = self
        while at._mock_new_parent is not None:
            name = at._mock_new_name or ''
            steps.insert(0, name if name == '()' else f'.{name}')
            at = at._mock_new_parent
        return (at._mock_name or 'mock') + ''.join(steps)

    def __repr__(self):
        name = self._extract_mock_name()
        shown = f' name={name!r}' if name != 'mock' else ''
        spec = ''
        if self._spec_class is not None:
            word = 'spec_set' if self._spec_set else 'spec'
            spec = f' {word}={self._spec_class.__name__!r}'
        return f'<{type(self).__name__}{shown}{spec} id={str(id(self))!r}>'

    # ---- Assertions about calls

    def _call_matcher(self, wanted):
        """A call in the form that calls of this signature are compared in."""
        if isinstance(wanted, tuple) and len(wanted) > 2:
            signature = self._signature_for(wanted[0])
        else:
            signature = self._spec_signature
        if signature is None:
            return wanted
        name, (args, kwargs) = ('', wanted) if len(wanted) == 2 else (wanted[0], wanted[1:])
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None)
        return call_of(name, bound.args, bound.kwargs)

    def _signature_for(self, name):
        """Of a call such as "child.method"."""
        if not name:
            return self._spec_signature
        signature = None
        children = self._mock_children
        for part in name.replace('()', '').split('.'):
            child = children.get(part)
            if child is None or isinstance(child, _LaterSpec) or not is_mock(child):
                return None
            children = child._mock_children
            signature = child._spec_signature
        return signature

    def _calls_repr(self):
        return f'\nCalls: {self.mock_calls!r}.' if self.mock_calls else ''

    def _fail(self, text, cause=None):
        raise AssertionError(text) from cause

    def _format_mismatch(self, args, kwargs, what='call', actual=_missing):
        expected = format_call(self._mock_name or 'mock', args, kwargs)
        actual = self.call_args if actual is _missing else actual
        if actual is None:
            shown = 'not called.' if what == 'call' else 'not awaited.'
        else:
            shown = format_call(self._mock_name or 'mock', actual.args, actual.kwargs)
        return f'expected {what} not found.\nExpected: {expected}\n  Actual: {shown}'

    def assert_not_called(self):
        if self.call_count:
            self._fail(f"Expected '{self._mock_name or 'mock'}' to not have been called. "
                       f'Called {self.call_count} times.{self._calls_repr()}')

    def assert_called(self):
        if not self.call_count:
            self._fail(f"Expected '{self._mock_name or 'mock'}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            self._fail(f"Expected '{self._mock_name or 'mock'}' to have been called once. "
                       f'Called {self.call_count} times.{self._calls_repr()}')

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            self._fail(self._format_mismatch(args, kwargs))
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        actual = self._call_matcher(self.call_args)
        if actual != wanted:
            cause = wanted if isinstance(wanted, Exception) else None
            self._fail(self._format_mismatch(args, kwargs), cause)

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            self._fail(f"Expected '{self._mock_name or 'mock'}' to be called once. "
                       f'Called {self.call_count} times.{self._calls_repr()}')
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        cause = wanted if isinstance(wanted, Exception) else None
        if cause or wanted not in [self._call_matcher(c) for c in self.call_args_list]:
            self._fail(f'{format_call(self._mock_name or "mock", args, kwargs)} call not found',
                       cause)

    def assert_has_calls(self, calls, any_order=False):
        self._assert_has(self.mock_calls, calls, any_order, 'Calls', '  Actual')

    def _assert_has(self, seen, calls, any_order, what, actual):
        wanted = [self._call_matcher(c) for c in calls]
        have = _CallList(self._call_matcher(c) for c in seen)
        if not any_order:
            if wanted not in have:
                shown = f'\n{actual}: {seen!r}' if what == 'Awaits' or seen else ''
                self._fail(f'{what} not found.\nExpected: {_CallList(calls)!r}{shown}')
            return
        have = list(have)
        missing = []
        for one in wanted:
            try:
                have.remove(one)
            except ValueError:
                missing.append(one)
        if missing:
            name = self._mock_name or 'mock'
            kind = 'call' if what == 'Calls' else 'await'
            self._fail(f'{name!r} does not contain all of {tuple(missing)!r} in its {kind} list, '
                       f'found {have!r} instead')


def call_of(name, args, kwargs):
    return _Call((name, args, kwargs))


def _adopt(parent, value, name, new_name):
    """A mock that becomes a part of another one tells it about its calls; True: it did."""
    value = _mock_behind(value)
    if value is None:
        return False
    if (value._mock_name or value._mock_new_name or value._mock_parent is not None or
            value._mock_new_parent is not None):
        return False
    at = parent
    while at is not None:
        if at is value:
            return False  # no circles
        at = at._mock_new_parent
    if new_name:
        value._mock_new_parent = parent
        value._mock_new_name = new_name
    if name:
        value._mock_parent = parent
        value._mock_name = name
    return True


def _mock_behind(value):
    if is_mock(value):
        return value
    if inspect.isfunction(value):
        inner = value.__dict__.get('mock')
        return inner if is_mock(inner) else None
    return None


class _LaterSpec:
    """A child of an autospec that is made when it is first looked at."""

    def __init__(self, make):
        self.make = make


class CallableMixin:
    __module__ = 'unittest.mock'

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
                 spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                 **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent,
                         **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        """Of an autospec only: other mocks take any arguments."""

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._remember_call(args, kwargs)
        return self._execute_mock_call(*args, **kwargs)

    def _remember_call(self, args, kwargs):
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        self.mock_calls.append(call_of('', args, kwargs))
        self._tell_parents(args, kwargs)

    def _tell_parents(self, args, kwargs):
        as_method = self._mock_parent is not None
        method_name = self._mock_name
        name = self._mock_new_name
        after_call = name == '()'
        at = self._mock_new_parent
        while at is not None:
            if as_method:
                at.method_calls.append(call_of(method_name, args, kwargs))
                as_method = at._mock_parent is not None
                if as_method:
                    method_name = f'{at._mock_name}.{method_name}'
            at.mock_calls.append(call_of(name, args, kwargs))
            if at._mock_new_name:
                name = f"{at._mock_new_name}{'' if after_call else '.'}{name}"
                after_call = at._mock_new_name == '()'
            at = at._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if is_exception(effect):
                raise effect
            if callable(effect):
                value = effect(*args, **kwargs)
            else:
                value = next(effect)
                if is_exception(value):
                    raise value
            if value is not DEFAULT:
                return value
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_delegate is not None and self._mock_delegate.return_value is not DEFAULT:
            return self._mock_delegate.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    __module__ = 'unittest.mock'
