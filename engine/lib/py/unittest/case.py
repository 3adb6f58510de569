"""TestCase: how one test runs, is skipped, cleans up."""

import contextlib
import functools
import inspect
import types
import warnings
from collections import ChainMap

from . import result
from ._checks import Checks
from .util import safe_repr, strclass


class SkipTest(Exception):
    """Raised in a test to skip it."""


class _ShouldStop(Exception):
    """Ends a test at its first failure inside a subTest, under failfast."""


# ---- Skipping

def _id(obj):
    return obj


def skip(reason):
    """Marks a test or a class of tests as skipped."""
    if isinstance(reason, types.FunctionType):
        return skip('')(reason)

    def decorator(test_item):
        if not isinstance(test_item, type):
            @functools.wraps(test_item)
            def skip_wrapper(*args, **kwargs):
                raise SkipTest(reason)
            test_item = skip_wrapper
        test_item.__unittest_skip__ = True
        test_item.__unittest_skip_why__ = reason
        return test_item
    return decorator


def skipIf(condition, reason):
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    return _id if condition else skip(reason)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


# ---- Fixtures of a class or a module

def _enter_context(cm, add_cleanup):
    """Enters a context manager and registers its exit."""
    cls = type(cm)
    try:
        enter, exit = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the "
                        'context manager protocol') from None
    entered = enter(cm)
    add_cleanup(exit, cm, None, None, None)
    return entered


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    problems = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as exc:
            problems.append(exc)
    if problems:
        raise problems[0]


class _Outcome:
    """What happens while one test runs, told to the result."""

    def __init__(self, result=None):
        self.expecting_failure = False
        self.result = result
        self.success = True
        self.expectedFailure = None

    @contextlib.contextmanager
    def testPartExecutor(self, test_case, subTest=False):
        before, self.success = self.success, True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as e:
            self.success = False
            if self.result is not None:
                self.result.addSkip(test_case, str(e))
        except _ShouldStop:
            pass
        except BaseException as exc:
            info = type(exc), exc, exc.__traceback__
            if self.expecting_failure:
                self.expectedFailure = info
            else:
                self.success = False
                self._tell_failure(test_case, info, subTest)
            info = None
        else:
            if subTest and self.success and self.result is not None:
                self.result.addSubTest(test_case.test_case, test_case, None)
        finally:
            self.success = self.success and before

    def _tell_failure(self, test_case, info, subTest):
        if self.result is None:
            raise info[1]
        if subTest:
            self.result.addSubTest(test_case.test_case, test_case, info)
        elif issubclass(info[0], test_case.failureException):
            self.result.addFailure(test_case, info)
        else:
            self.result.addError(test_case, info)


_EQUALITY = {dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual',
             set: 'assertSetEqual', frozenset: 'assertSetEqual', str: 'assertMultiLineEqual'}


class TestCase(Checks):

    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = 'No test'
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != 'runTest':
                raise ValueError(f'no such test method in {self.__class__}: '
                                 f'{methodName}') from None
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = dict(_EQUALITY)

    # ---- Who it is

    def id(self):
        return f'{strclass(self.__class__)}.{self._testMethodName}'

    def shortDescription(self):
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return result.TestResult()

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} testMethod={self._testMethodName}>'

    # ---- Fixtures

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter_context(cm, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception as exc:
                cls.tearDown_exceptions.append((type(exc), exc, exc.__traceback__))

    def skipTest(self, reason):
        raise SkipTest(reason)

    @contextlib.contextmanager
    def subTest(self, msg=None, **params):
        """Its failures are told apart, and the test goes on after it."""
        if self._outcome is None or not getattr(self._outcome.result, '_tells_subtests', True):
            yield
            return
        parent = self._subtest
        known = parent.params.new_child(params) if parent is not None else ChainMap(params)
        self._subtest = _SubTest(self, msg, known)
        try:
            with self._outcome.testPartExecutor(self._subtest, subTest=True):
                yield
            if not self._outcome.success:
                if self._outcome.result is not None and self._outcome.result.failfast:
                    raise _ShouldStop
            elif self._outcome.expectedFailure:
                raise _ShouldStop  # the expected one is here: nothing more to see
        finally:
            self._subtest = parent

    # ---- Running

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        returned = method()
        if returned is not None:
            self._warn_of_return(method, returned, 4)

    @staticmethod
    def _warn_of_return(method, returned, stacklevel):
        text = ('It is deprecated to return a value that is not None from a '
                f'test case ({method} returned {type(returned).__name__!r})')
        if inspect.iscoroutine(returned):
            text += ('. Maybe you forgot to use IsolatedAsyncioTestCase as the base class?')
        warnings.warn(text, DeprecationWarning, stacklevel=stacklevel)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def _skip_reason(self, method):
        """Text when the class or the method is marked to be skipped, else None."""
        for marked in (self.__class__, method):
            if getattr(marked, '__unittest_skip__', False):
                return (getattr(self.__class__, '__unittest_skip_why__', '') or
                        getattr(method, '__unittest_skip_why__', ''))
        return None

    def run(self, result=None):
        made_here = result is None
        if made_here:
            result = self.defaultTestResult()
            getattr(result, 'startTestRun', lambda: None)()
        result.startTest(self)
        try:
            self._run_inside(result)
            return result
        finally:
            result.stopTest(self)
            if made_here:
                getattr(result, 'stopTestRun', lambda: None)()

    def _run_inside(self, result):
        method = getattr(self, self._testMethodName)
        why = self._skip_reason(method)
        if why is not None:
            result.addSkip(self, why)
            return
        outcome = _Outcome(result)
        expecting = (getattr(self, '__unittest_expecting_failure__', False) or
                     getattr(method, '__unittest_expecting_failure__', False))
        try:
            self._outcome = outcome
            self._run_parts(outcome, method, expecting)
            self.doCleanups()
            if not outcome.success:
                return
            if not expecting:
                result.addSuccess(self)
            elif outcome.expectedFailure:
                result.addExpectedFailure(self, outcome.expectedFailure)
            else:
                result.addUnexpectedSuccess(self)
        finally:
            # exceptions hold frames, which hold the outcome
            outcome.expectedFailure = None
            outcome = None
            self._outcome = None

    def _run_parts(self, outcome, method, expecting):
        with outcome.testPartExecutor(self):
            self._callSetUp()
        if not outcome.success:
            return
        outcome.expecting_failure = expecting
        with outcome.testPartExecutor(self):
            self._callTestMethod(method)
        outcome.expecting_failure = False
        with outcome.testPartExecutor(self):
            self._callTearDown()

    def doCleanups(self):
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.testPartExecutor(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the test without catching anything."""
        method = getattr(self, self._testMethodName)
        why = self._skip_reason(method)
        if why is not None:
            raise SkipTest(why)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)


class FunctionTestCase(TestCase):
    """A test made of plain functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split('\n')[0].strip() or None

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._testFunc == other._testFunc and self._description == other._description

    def __hash__(self):
        return hash((type(self), self._testFunc, self._description))

    def __str__(self):
        return f'{strclass(self.__class__)} ({self._testFunc.__name__})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} tec={self._testFunc}>'


class _SubTest(TestCase):
    """Stands for one subTest block in a result."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _subDescription(self):
        parts = []
        if self._message is not None:
            parts.append(f'[{self._message}]')
        if self.params:
            parts.append('(%s)' % ', '.join(f'{k}={v!r}' for k, v in self.params.items()))
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._subDescription()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._subDescription()}'
