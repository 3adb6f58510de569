"""Mocks made after something: create_autospec, seal, PropertyMock, mock_open."""

import functools
import inspect

from ._mock_async import AsyncMock
from ._mock_call import DEFAULT
from ._mock_core import Mock, NonCallableMock, _LaterSpec, is_async_obj, is_mock, signature_of
from ._mock_magic import MagicMock, NonCallableMagicMock

_COPIED = ('assert_called', 'assert_not_called', 'assert_called_with', 'assert_called_once',
           'assert_called_once_with', 'assert_has_calls', 'assert_any_call', 'assert_awaited',
           'assert_awaited_once', 'assert_awaited_with', 'assert_awaited_once_with',
           'assert_any_await', 'assert_has_awaits', 'assert_not_awaited', 'reset_mock',
           'configure_mock', 'attach_mock', 'mock_add_spec')


def _function_for(mock, spec):
    """A real function with the spec's signature that passes its calls on to the mock."""
    signature = signature_of(spec, False, False)

    if is_async_obj(spec):
        async def funcopy(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return await mock(*args, **kwargs)
    else:
        def funcopy(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return mock(*args, **kwargs)
    functools.update_wrapper(funcopy, spec)
    funcopy.mock = mock
    for name in _COPIED:
        if hasattr(mock, name):
            setattr(funcopy, name, getattr(mock, name))
    funcopy.return_value = mock.return_value
    mock._mock_delegate = funcopy
    funcopy.side_effect = None
    return funcopy


def _check_signature(mock, signature):
    def checker(self, /, *args, **kwargs):
        signature.bind(*args, **kwargs)
    type(mock)._mock_check_sig = checker


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *,
                    unsafe=False, **kwargs):
    """A mock that has only what the spec has, down to the signatures of its methods."""
    if isinstance(spec, (list, tuple)):
        spec = type(spec)
    if is_mock(spec):
        raise TypeError(f'Cannot autospec a Mock object. [object={spec!r}]')
    is_class = isinstance(spec, type)
    wanted = {'spec_set' if spec_set else 'spec': spec}
    wanted.update(kwargs)
    cls = MagicMock
    if inspect.isfunction(spec) and is_async_obj(spec):
        cls = AsyncMock
    elif is_class and instance and not hasattr(spec, '__call__') or not callable(spec):
        cls = NonCallableMagicMock
    elif is_class and instance and '__call__' not in dir(spec):
        cls = NonCallableMagicMock
    name = wanted.pop('name', _name)
    if _parent is None:
        mock = cls(name=name, _new_name='', unsafe=unsafe, **wanted)
    else:
        mock = cls(parent=_parent, _new_parent=_parent, _new_name=name, name=name, **wanted)
    made = mock
    if inspect.isfunction(spec):
        made = _function_for(mock, spec)
    else:
        signature = signature_of(spec, instance, False)
        if signature is not None and isinstance(mock, Mock):
            mock.__dict__['_spec_signature'] = signature
            _check_signature(mock, signature)
    if is_class and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()',
                                            _parent=mock)
    _add_children(mock, made, spec, spec_set, is_class, instance)
    return made


def _add_children(mock, made, spec, spec_set, is_class, instance):
    for entry in dir(spec):
        if entry.startswith('__') and entry.endswith('__') or entry in mock.__dict__:
            continue
        try:
            original = getattr(spec, entry)
        except AttributeError:
            continue
        if not (inspect.isroutine(original) or isinstance(original, type)):
            if not hasattr(type(original), '__dict__') or isinstance(original, property):
                continue
            child = _LaterSpec(functools.partial(_later, original, spec_set, entry))
            if mock is made:
                mock._mock_children[entry] = child
            continue
        if not inspect.isfunction(original):
            eat_self = False
        else:
            static = inspect.getattr_static(spec, entry, None)
            eat_self = is_class and not isinstance(static, staticmethod)
        cls = AsyncMock if is_async_obj(original) else MagicMock
        child = cls(parent=mock, name=entry, _new_name=entry, _new_parent=mock,
                    **{'spec_set' if spec_set else 'spec': original}, _eat_self=eat_self)
        signature = signature_of(original, False, eat_self)
        if signature is not None:
            child.__dict__['_spec_signature'] = signature
            _check_signature(child, signature)
        mock._mock_children[entry] = child


def _later(original, spec_set, entry, parent):
    return create_autospec(original, spec_set, instance=True, _name=entry, _parent=parent)


def seal(mock):
    """From here on attributes that were not looked at do not come into being."""
    mock._mock_sealed = True
    for name, child in list(mock._mock_children.items()):
        if is_mock(child) and child._mock_new_parent is mock:
            seal(child)


class PropertyMock(Mock):
    __module__ = 'unittest.mock'

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def mock_open(mock=None, read_data=''):
    """A mock for open(): what it returns reads read_data."""
    def lines():
        return iter(read_data.splitlines(keepends=True))

    handle = MagicMock(spec=['read', 'readline', 'readlines', 'write', 'writelines', 'close',
                             'fileno', 'flush', '__enter__', '__exit__', '__iter__', '__next__'])
    state = [read_data, lines()]
    empty = b'' if isinstance(read_data, bytes) else ''

    def rest(*args, **kwargs):
        return empty.join(state[1])

    def one_line(*args, **kwargs):
        return next(state[1], empty)

    handle.write.return_value = None
    handle.__enter__.return_value = handle
    handle.read.side_effect = rest
    handle.readline.side_effect = one_line
    handle.readlines.side_effect = lambda *args, **kwargs: list(state[1])
    handle.__iter__.side_effect = lambda: state[1]
    handle.__next__.side_effect = lambda: next(state[1])

    def reopen(*args, **kwargs):
        state[1] = lines()
        return DEFAULT

    if mock is None:
        mock = MagicMock(name='open', spec=open)
    mock.side_effect = reopen
    mock.return_value = handle
    return mock
