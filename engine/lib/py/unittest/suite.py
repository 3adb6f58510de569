"""TestSuite: tests in order, with the fixtures of their classes and modules around them."""

import sys

from . import case, util


class _ErrorHolder:
    """Stands in a result for a fixture that failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.id()

    def countTestCases(self):
        return 0


_ErrorHolder.failureException = ()


def _is_suite(test):
    try:
        iter(test)
    except TypeError:
        return False
    return True


class BaseTestSuite:

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def __repr__(self):
        return f'<{util.strclass(self.__class__)} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(test.countTestCases() for test in self)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them '
                            'to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for test in self:
            if result.shouldStop:
                break
            test(result)
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):

    def run(self, result, debug=False):
        outermost = not getattr(result, '_testRunEntered', False)
        if outermost:
            result._testRunEntered = True
        for test in self:
            if result.shouldStop:
                break
            if not _is_suite(test):
                self._leave_class(test, result)
                self._change_module(test, result)
                self._enter_class(test, result)
                result._previousTestClass = test.__class__
                if (getattr(test.__class__, '_classSetupFailed', False) or
                        getattr(result, '_moduleSetUpFailed', False)):
                    continue
            test(result) if not debug else test.debug()
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    # ---- Classes

    def _enter_class(self, test, result):
        cls = test.__class__
        if cls == getattr(result, '_previousTestClass', None) or result._moduleSetUpFailed:
            return
        if getattr(cls, '__unittest_skip__', False):
            return
        cls._classSetupFailed = False
        set_up = getattr(cls, 'setUpClass', None)
        if set_up is None:
            return
        name = util.strclass(cls)
        try:
            set_up()
        except Exception as exc:
            cls._classSetupFailed = True
            self._fixture_failed(result, exc, 'setUpClass', name)
            self._class_cleanups(cls, result, 'setUpClass', name)

    def _leave_class(self, test, result):
        cls = getattr(result, '_previousTestClass', None)
        if cls is None or test is not None and test.__class__ == cls:
            return
        if (getattr(cls, '_classSetupFailed', False) or result._moduleSetUpFailed or
                getattr(cls, '__unittest_skip__', False)):
            return
        name = util.strclass(cls)
        tear_down = getattr(cls, 'tearDownClass', None)
        if tear_down is not None:
            try:
                tear_down()
            except Exception as exc:
                self._fixture_failed(result, exc, 'tearDownClass', name)
        self._class_cleanups(cls, result, 'tearDownClass', name)

    def _class_cleanups(self, cls, result, method, name):
        if not hasattr(cls, 'doClassCleanups'):
            return
        cls.doClassCleanups()
        for info in cls.tearDown_exceptions:
            self._fixture_failed(result, info[1], method, name)

    # ---- Modules

    def _change_module(self, test, result):
        before = self._previous_module(result)
        now = test.__class__.__module__
        if before == now:
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(now), 'setUpModule', None)
        if set_up is None:
            return
        try:
            set_up()
        except Exception as exc:
            result._moduleSetUpFailed = True
            self._fixture_failed(result, exc, 'setUpModule', now)
            self._module_cleanups(result, 'setUpModule', now)

    def _leave_module(self, result):
        name = self._previous_module(result)
        module = sys.modules.get(name)
        if module is None or result._moduleSetUpFailed:
            return
        tear_down = getattr(module, 'tearDownModule', None)
        if tear_down is not None:
            try:
                tear_down()
            except Exception as exc:
                self._fixture_failed(result, exc, 'tearDownModule', name)
        self._module_cleanups(result, 'tearDownModule', name)

    def _module_cleanups(self, result, method, name):
        try:
            case.doModuleCleanups()
        except Exception as exc:
            self._fixture_failed(result, exc, method, name)

    @staticmethod
    def _previous_module(result):
        cls = getattr(result, '_previousTestClass', None)
        return None if cls is None else cls.__module__

    @staticmethod
    def _fixture_failed(result, exc, method, parent):
        holder = _ErrorHolder(f'{method} ({parent})')
        if isinstance(exc, case.SkipTest):
            result.addSkip(holder, str(exc))
        else:
            result.addError(holder, (type(exc), exc, exc.__traceback__))
