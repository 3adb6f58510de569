"""TestResult: collects what the tests of a run did."""

import io
import sys
import traceback


def failfast(method):
    def inner(self, *args, **kw):
        if self.failfast:
            self.stop()
        return method(self, *args, **kw)
    inner.__name__ = method.__name__
    return inner


class TestResult:

    _previousTestClass = None
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = False
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.collectedDurations = []
        self.shouldStop = False
        self.buffer = False
        self.tb_locals = False
        self._mirror = None

    def printErrors(self):
        pass

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        if self.buffer:
            self._mirror = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = io.StringIO(), io.StringIO()

    def stopTest(self, test):
        if self._mirror is not None:
            sys.stdout, sys.stderr = self._mirror
            self._mirror = None

    @failfast
    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))

    def addSubTest(self, test, subtest, err):
        if err is None:
            return
        if self.failfast:
            self.stop()
        failed = issubclass(err[0], test.failureException)
        where = self.failures if failed else self.errors
        where.append((subtest, self._exc_info_to_string(err, test)))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        """The traceback without the frames of unittest itself."""
        kind, value, tb = err
        while tb is not None and _is_ours(tb):
            tb = tb.tb_next
        kept = tb
        length = 0
        while kept is not None and not (issubclass(kind, test.failureException) and
                                        _is_ours(kept)):
            length += 1
            kept = kept.tb_next
        lines = traceback.format_exception(kind, value, tb, limit=length or None)
        return ''.join(lines)

    def __repr__(self):
        cls = self.__class__
        return (f'<{cls.__module__}.{cls.__qualname__} run={self.testsRun} '
                f'errors={len(self.errors)} failures={len(self.failures)}>')


def _is_ours(tb):
    name = tb.tb_frame.f_globals.get('__name__', '')
    return name == 'unittest' or name.startswith('unittest.')
