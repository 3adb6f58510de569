"""TextTestRunner: runs tests and tells about them as text."""

import sys
import time
import warnings

from . import result


class _WritelnDecorator:

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, attr):
        if attr in ('stream', '__getstate__'):
            raise AttributeError(attr)
        return getattr(self.stream, attr)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write('\n')


class TextTestResult(result.TestResult):

    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self.durations = durations
        self._line_is_new = True

    def getDescription(self, test):
        doc = test.shortDescription()
        return f'{test}\n{doc}' if self.descriptions and doc else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(f'{self.getDescription(test)} ... ')
            self.stream.flush()
            self._line_is_new = False

    def _tell(self, test, word, dot):
        if self.showAll:
            if self._line_is_new or getattr(test, 'test_case', None) is not None:
                self._tell_apart(test, word)
            else:
                self.stream.writeln(word)
            self._line_is_new = True
        elif self.dots:
            self.stream.write(dot)
        self.stream.flush()

    def _tell_apart(self, test, word):
        """A subtest has a line of its own below that of its test."""
        if not self._line_is_new:
            self.stream.writeln()
        if getattr(test, 'test_case', None) is not None:
            self.stream.write('  ')
        self.stream.writeln(f'{self.getDescription(test)} ... {word}')

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], subtest.failureException)
            self._tell(subtest, 'FAIL' if failed else 'ERROR', 'F' if failed else 'E')
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell(test, 'expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._tell(test, 'unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f'UNEXPECTED SUCCESS: {self.getDescription(test)}')
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f'{flavour}: {self.getDescription(test)}')
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)
            self.stream.flush()


class TextTestRunner:

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False,
                 resultclass=None, warnings=None, *, tb_locals=False, durations=None):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        self.warnings = warnings
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        outcome = self._makeResult()
        outcome.failfast = self.failfast
        outcome.buffer = self.buffer
        outcome.tb_locals = self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            start = time.perf_counter()
            outcome.startTestRun()
            try:
                test(outcome)
            finally:
                outcome.stopTestRun()
            taken = time.perf_counter() - start
        outcome.printErrors()
        self._summary(outcome, taken)
        return outcome

    def _summary(self, outcome, taken):
        self.stream.writeln(getattr(outcome, 'separator2', '-' * 70))
        run = outcome.testsRun
        self.stream.writeln(f"Ran {run} test{'' if run == 1 else 's'} in {taken:.3f}s")
        self.stream.writeln()
        counts = [('failures', outcome.failures), ('errors', outcome.errors)]
        if not outcome.wasSuccessful():
            word = 'FAILED'
        else:
            word = 'NO TESTS RAN' if run == 0 and not outcome.skipped else 'OK'
            counts = []
        counts += [('skipped', outcome.skipped), ('expected failures', outcome.expectedFailures),
                   ('unexpected successes', outcome.unexpectedSuccesses)]
        told = ', '.join(f'{name}={len(items)}' for name, items in counts if items)
        self.stream.writeln(f'{word} ({told})' if told else word)
        self.stream.flush()
