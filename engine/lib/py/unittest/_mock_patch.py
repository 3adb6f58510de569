"""patch: an attribute or the items of a dict are other ones for a while."""

import contextlib
import functools
import inspect
import sys

from ._mock_call import DEFAULT, sentinel
from ._mock_core import is_async_obj

_started = []


def _resolve(path):
    """The object at a dotted path: a module that somebody imported, then attributes."""
    first, *rest = path.split('.')
    if first not in sys.modules:
        raise ModuleNotFoundError(f'No module named {first!r}', name=first)
    obj = sys.modules[first]
    for part in rest:
        obj = getattr(obj, part)
    return obj


class _Patch:

    attribute_name = None

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable,
                 kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        made = _Patch(self.getter, self.attribute, self.new, self.spec, self.create,
                      self.spec_set, self.autospec, self.new_callable, self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [patcher.copy() for patcher in self.additional_patchers]
        return made

    # ---- As a decorator

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        if inspect.iscoroutinefunction(func):
            return self.decorate_async_callable(func)
        return self.decorate_callable(func)

    def decorate_class(self, cls):
        for name in dir(cls):
            if not name.startswith(patch.TEST_PREFIX):
                continue
            value = getattr(cls, name)
            if callable(value):
                setattr(cls, name, self.copy()(value))
        return cls

    @contextlib.contextmanager
    def _entered(self, patched, args, keywargs):
        extra = []
        with contextlib.ExitStack() as stack:
            for patching in patched.patchings:
                made = stack.enter_context(patching)
                if patching.attribute_name is not None:
                    keywargs.update(made)
                elif patching.new is DEFAULT:
                    extra.append(made)
            yield args + tuple(extra), keywargs

    def decorate_callable(self, func):
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @functools.wraps(func)
        def patched(*args, **keywargs):
            with self._entered(patched, args, keywargs) as (args, keywargs):
                return func(*args, **keywargs)

        patched.patchings = [self]
        return patched

    def decorate_async_callable(self, func):
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @functools.wraps(func)
        async def patched(*args, **keywargs):
            with self._entered(patched, args, keywargs) as (args, keywargs):
                return await func(*args, **keywargs)

        patched.patchings = [self]
        return patched

    # ---- As a context manager

    def _original(self):
        """What is there now, and whether the target itself has it."""
        target, name = self.target, self.attribute
        local = False
        original = DEFAULT
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if original is DEFAULT and not self.create:
            builtins = sys.modules.get('builtins')
            if isinstance(target, type(sys)) and hasattr(builtins, name):
                self.create = True
            else:
                raise AttributeError(f'{target} does not have the attribute {name!r}')
        return original, local

    def _new_mock(self, original):
        """A mock after the spec that was asked for."""
        from . import mock
        spec, spec_set, kwargs = self.spec, self.spec_set, dict(self.kwargs)
        if spec is True:
            spec = original
            if spec_set is True:
                spec_set, spec = original, None
        elif spec_set is True:
            spec_set = original
        like = spec if spec is not None else spec_set
        if self.new_callable is not None:
            cls = self.new_callable
        elif is_async_obj(original if like is None else like):
            cls = mock.AsyncMock
        elif like is None or not isinstance(like, (list, tuple)) and callable(like):
            cls = mock.MagicMock
        else:
            cls = mock.NonCallableMagicMock
        if spec is not None:
            kwargs['spec'] = spec
        if spec_set is not None:
            kwargs['spec_set'] = spec_set
        if (isinstance(cls, type) and issubclass(cls, mock.NonCallableMock) and self.attribute and
                'name' not in self.kwargs):
            kwargs['name'] = self.attribute
        made = cls(**kwargs)
        if isinstance(like, type) and mock.is_mock(made):
            made.return_value = type(made).__mro__[1](
                **{key: value for key, value in kwargs.items() if key in ('spec', 'spec_set')},
                _new_parent=made, _new_name='()') if like is not None else made.return_value
        return made

    def _new_autospec(self, original):
        from . import mock
        if self.autospec is True:
            self.autospec = original
        return mock.create_autospec(self.autospec, spec_set=bool(self.spec_set),
                                    _name=self.attribute, **self.kwargs)

    def __enter__(self):
        if self.is_started:
            raise RuntimeError('Patch is already started')
        self.target = self.getter()
        original, local = self._original()
        if self.new is not DEFAULT:
            if self.kwargs:
                raise TypeError("Can't pass kwargs to a mock we aren't creating")
            new = self.new
        elif self.autospec is not None and self.autospec is not False:
            new = self._new_autospec(original)
        else:
            new = self._new_mock(original)
        self.temp_original, self.is_local = original, local
        self._stack = contextlib.ExitStack()
        self.is_started = True
        setattr(self.target, self.attribute, new)
        try:
            if self.attribute_name is None:
                return new
            made = {self.attribute_name: new} if self.new is DEFAULT else {}
            for patcher in self.additional_patchers:
                arg = self._stack.enter_context(patcher)
                if patcher.new is DEFAULT:
                    made.update(arg)
            return made
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise

    def __exit__(self, *exc_info):
        if not self.is_started:
            return None
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        stack = self._stack
        del self._stack
        self.is_started = False
        return stack.__exit__(*exc_info)

    def start(self):
        result = self.__enter__()
        _started.append(self)
        return result

    def stop(self):
        try:
            _started.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None,
                  autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    if isinstance(target, str):
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _Patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable,
                  kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None,
                    new_callable=None, **kwargs):
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    getter = functools.partial(_resolve, target) if isinstance(target, str) else lambda: target
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _Patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
          new_callable=None, *, unsafe=False, **kwargs):
    try:
        path, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return _Patch(functools.partial(_resolve, path), attribute, new, spec, create, spec_set,
                  autospec, new_callable, kwargs, unsafe=unsafe)


class _PatchDict:

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            return self.decorate_class(f)
        if inspect.iscoroutinefunction(f):
            @functools.wraps(f)
            async def inner(*args, **kw):
                with self:
                    return await f(*args, **kw)
        else:
            @functools.wraps(f)
            def inner(*args, **kw):
                with self:
                    return f(*args, **kw)
        return inner

    def decorate_class(self, cls):
        for name in dir(cls):
            value = getattr(cls, name)
            if name.startswith(patch.TEST_PREFIX) and callable(value):
                setattr(cls, name, _PatchDict(self.in_dict, self.values, self.clear)(value))
        return cls

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        self._original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *args):
        if self._original is not None:
            self.in_dict.clear()
            self.in_dict.update(self._original)
            self._original = None
        return False

    def start(self):
        result = self.__enter__()
        _started.append(self)
        return result

    def stop(self):
        try:
            _started.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _stopall():
    for patcher in reversed(_started[:]):
        patcher.stop()


patch.object = _patch_object
patch.dict = _PatchDict
patch.multiple = _patch_multiple
patch.stopall = _stopall
patch.TEST_PREFIX = 'test'
