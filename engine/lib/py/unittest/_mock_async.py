"""AsyncMock: calling it gives a coroutine; awaits are counted apart from calls."""

import inspect

from ._mock_call import DEFAULT, _Call, _CallList, format_call
from ._mock_core import Mock, is_exception
from ._mock_magic import MagicMixin


async def _effect_of(effect, args, kwargs):
    if is_exception(effect):
        raise effect
    if callable(effect):
        value = effect(*args, **kwargs)
        return await value if inspect.iscoroutinefunction(effect) else value
    try:
        value = next(effect)
    except StopIteration:
        raise StopAsyncIteration  # a coroutine cannot raise StopIteration
    if is_exception(value):
        raise value
    return value


class AsyncMockMixin:
    __module__ = 'unittest.mock'

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList(),
                             _is_coroutine_mark=inspect._is_coroutine_mark)

    async def _execute_mock_call(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            value = await _effect_of(effect, args, kwargs)
            if value is not DEFAULT:
                return value
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_wraps is not None:
            if inspect.iscoroutinefunction(self._mock_wraps):
                return await self._mock_wraps(*args, **kwargs)
            return self._mock_wraps(*args, **kwargs)
        return self.return_value

    def assert_awaited(self):
        if self.await_count == 0:
            self._fail(f'Expected {self._mock_name or "mock"} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            self._fail(f'Expected {self._mock_name or "mock"} to have been awaited once. '
                       f'Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            expected = format_call(self._mock_name or 'mock', args, kwargs)
            self._fail(f'Expected await: {expected}\nNot awaited')
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        if self._call_matcher(self.await_args) != wanted:
            cause = wanted if isinstance(wanted, Exception) else None
            self._fail(self._format_mismatch(args, kwargs, 'await', self.await_args), cause)

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            self._fail(f'Expected {self._mock_name or "mock"} to have been awaited once. '
                       f'Awaited {self.await_count} times.')
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        wanted = self._call_matcher(_Call((args, kwargs), two=True))
        if wanted not in [self._call_matcher(c) for c in self.await_args_list]:
            self._fail(f'{format_call(self._mock_name or "mock", args, kwargs)} await not found')

    def assert_has_awaits(self, calls, any_order=False):
        self._assert_has(self.await_args_list, calls, any_order, 'Awaits', 'Actual')

    def assert_not_awaited(self):
        if self.await_count:
            self._fail(f'Expected {self._mock_name or "mock"} to not have been awaited. '
                       f'Awaited {self.await_count} times.')

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    __module__ = 'unittest.mock'
