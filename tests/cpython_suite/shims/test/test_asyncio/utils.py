"""What the asyncio tests share: a test case that gives up its loops, a loop whose time a generator
foretells, mocks that compare loosely. Works in CPython and in Coroscope's engine alike."""

import asyncio
import inspect
import re
import sys
import time
import unittest
from unittest import mock

from asyncio import events, futures, tasks

ENGINE = not hasattr(asyncio.BaseEventLoop, '_run_once')


def _share_names():
    """CPython has every type twice, in C and in Python; the engine has one for both names."""
    for module, words, prefixes in (
            (tasks, ('Task',), ('_C', '_Py')), (futures, ('Future',), ('_C', '_Py')),
            (tasks, ('current_task', '_register_task', '_unregister_task', '_enter_task',
                     '_leave_task', '_register_eager_task', '_unregister_eager_task',
                     '_swap_current_task'), ('_c_', '_py_'))):
        for word in words:
            for prefix in prefixes:
                name = prefix + word.removeprefix('_')
                if not hasattr(module, name):
                    setattr(module, name, getattr(module, word, _absent(word)))


def _absent(name):
    def absent(*args, **kwargs):
        raise NotImplementedError(f'the engine has no asyncio.tasks.{name}')
    return absent


if ENGINE:
    _share_names()


class _Foretold:
    """The generator is sent every deadline that is set, and yields how far the time moves on."""

    def _foretell(self, gen):
        self._check_on_close = gen is not None
        self._gen = gen() if gen is not None else _anything()
        next(self._gen)

    def close(self):
        super().close()
        if self._check_on_close:
            self._check_on_close = False
            try:
                self._gen.send(0)
            except StopIteration:
                return
            raise AssertionError('more deadlines were foretold than set')


def _anything():
    while True:
        yield


if ENGINE:
    class TestLoop(_Foretold, asyncio.SelectorEventLoop):
        """The engine's clock is virtual already: it moves to the deadlines by itself, and when the
        loop stops to where it was foretold to be by then."""

        def __init__(self, gen=None):
            super().__init__()
            self._start = super().time()
            self._foretold = 0
            self._foretell(gen)

        def time(self):
            return super().time() - self._start

        def advance_time(self, advance):
            if advance:
                self._foretold += advance
                time.sleep(advance)

        def call_at(self, when, callback, *args, context=None):
            self._foretold += self._gen.send(when) or 0
            return super().call_at(self._start + when, callback, *args, context=context)

        def call_later(self, delay, callback, *args, context=None):
            return self.call_at(self.time() + delay, callback, *args, context=context)

        def run_forever(self):
            try:
                super().run_forever()
            finally:
                if self._foretold > self.time():
                    time.sleep(self._foretold - self.time())

        def _run_once(self):
            run_once(self)
else:
    class TestLoop(_Foretold, asyncio.SelectorEventLoop):
        """Its time stands still but for what the generator and the test say."""

        def __init__(self, gen=None):
            super().__init__()
            self._now = 0
            self._clock_resolution = 1e-9
            self._set = []
            poll = self._selector.select
            self._selector.select = lambda timeout=None: poll(0)
            self._foretell(gen)

        def time(self):
            return self._now

        def advance_time(self, advance):
            if advance:
                self._now += advance

        def call_at(self, when, callback, *args, context=None):
            self._set.append(when)
            return super().call_at(when, callback, *args, context=context)

        def _run_once(self):
            super()._run_once()
            newly, self._set = self._set, []
            for when in newly:
                self.advance_time(self._gen.send(when))


def run_briefly(loop):
    """Until a task that does nothing is done."""
    async def nothing():
        pass

    coro = nothing()
    task = loop.create_task(coro)
    task._log_destroy_pending = False
    try:
        loop.run_until_complete(task)
    finally:
        coro.close()


def run_once(loop):
    loop.call_soon(loop.stop)
    loop.run_forever()


def run_until(loop, pred, timeout=30.0):
    end = loop.time() + timeout
    while not pred():
        if loop.time() >= end:
            raise TimeoutError
        loop.run_until_complete(asyncio.sleep(0.001))


def MockCallback(**kwargs):
    return mock.Mock(spec=['__call__'], **kwargs)


class MockPattern(str):
    """Equal to the strings in which it is found as a pattern."""

    def __eq__(self, other):
        return bool(re.search(str(self), other, re.S))


class MockInstanceOf:
    """Equal to the instances of a type."""

    def __init__(self, type):
        self._type = type

    def __eq__(self, other):
        return isinstance(other, self._type)


def get_function_source(func):
    """File and line where a function was defined."""
    while hasattr(func, 'func'):
        func = func.func
    code = inspect.unwrap(func).__code__
    return code.co_filename, code.co_firstlineno


class TestCase(unittest.TestCase):

    @staticmethod
    def close_loop(loop):
        executor = getattr(loop, '_default_executor', None)
        if executor is not None and not loop.is_closed():
            loop.run_until_complete(loop.shutdown_default_executor())
        elif executor is not None:
            executor.shutdown(wait=True)
        loop.close()

    def set_event_loop(self, loop, *, cleanup=True):
        """No loop is found by chance; this one is closed when the test is over."""
        if loop is None:
            raise AssertionError('loop is None')
        events.set_event_loop(None)
        if cleanup:
            self.addCleanup(self.close_loop, loop)

    def new_test_loop(self, gen=None):
        loop = TestLoop(gen)
        self.set_event_loop(loop)
        return loop

    def tearDown(self):
        events.set_event_loop(None)
        self.assertIsNone(sys.exception())
        self.doCleanups()


async def await_without_task(coro):
    """Runs a coroutine in a bare callback, where there is no current task."""
    failed = []

    def run():
        try:
            for _ in coro.__await__():
                pass
        except BaseException as exc:
            failed.append(exc)

    asyncio.get_running_loop().call_soon(run)
    await asyncio.sleep(0)
    if failed:
        raise failed[0]
