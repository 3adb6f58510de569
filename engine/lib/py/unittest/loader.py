"""TestLoader: finds the tests of classes and modules, by name too."""

import functools
import sys
import types

from . import case, suite, util


def _match(name, pattern):
    """fnmatch for * and ? only."""
    if not pattern:
        return not name
    if pattern[0] == '*':
        return any(_match(name[i:], pattern[1:]) for i in range(len(name) + 1))
    return bool(name) and pattern[0] in ('?', name[0]) and _match(name[1:], pattern[1:])


class TestLoader:

    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        def wanted(name):
            if not name.startswith(self.testMethodPrefix):
                return False
            if not callable(getattr(testCaseClass, name)):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            patterns = self.testNamePatterns
            return patterns is None or any(_match(full, pattern) for pattern in patterns)

        names = list(filter(wanted, dir(testCaseClass)))
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. '
                            'Maybe you meant to derive from TestCase?')
        if testCaseClass in (case.TestCase, case.FunctionTestCase):
            names = []
        else:
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, 'runTest'):
                names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if (isinstance(obj, type) and issubclass(obj, case.TestCase) and
                    obj not in (case.TestCase, case.FunctionTestCase)):
                tests.append(self.loadTestsFromTestCase(obj))
        found = self.suiteClass(tests)
        load_tests = getattr(module, 'load_tests', None)
        return load_tests(self, found, pattern) if load_tests is not None else found

    def loadTestsFromName(self, name, module=None):
        parts = name.split('.')
        if module is None:
            if parts[0] not in sys.modules:
                raise ModuleNotFoundError(f'No module named {parts[0]!r}', name=parts[0])
            module = sys.modules[parts[0]]
            dotted = parts[0]
            parts = parts[1:]
            while parts and f'{dotted}.{parts[0]}' in sys.modules:
                dotted = f'{dotted}.{parts.pop(0)}'
                module = sys.modules[dotted]
        obj, parent = module, None
        for part in parts:
            parent, obj = obj, getattr(obj, part)
        return self._tests_of(obj, parent, parts[-1] if parts else name)

    def _tests_of(self, obj, parent, name):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(parent, type) and issubclass(parent, case.TestCase):
            return self.suiteClass([parent(name)])
        if isinstance(obj, suite.TestSuite):
            return obj
        if callable(obj):
            test = obj()
            if isinstance(test, suite.TestSuite):
                return test
            if isinstance(test, case.TestCase):
                return self.suiteClass([test])
            raise TypeError(f'calling {obj} returned {test}, not a test')
        raise TypeError(f"don't know how to make test from: {obj}")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()
