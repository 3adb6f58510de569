"""For `coroscope unittest`: names the tests of a module, runs one of them, and reports each on a
line of its own that begins with a mark no test prints by chance."""

import sys

from .loader import defaultTestLoader
from .result import TestResult
from .suite import TestSuite

_MARK = '\x1d'


def _tell(*words):
    print(_MARK + '\t'.join(words), file=_out)


_out = sys.stdout  # tests may replace it


def _one_line(text):
    return ' '.join(str(text).replace(_MARK, ' ').split('\n'))


def _flat(tests):
    for test in tests:
        if isinstance(test, TestSuite):
            yield from _flat(test)
        else:
            yield test


def list_tests(module):
    for test in _flat(defaultTestLoader.loadTestsFromModule(module)):
        cls = type(test)
        if cls.__module__ == module.__name__:
            _tell('test', cls.__qualname__, test._testMethodName)


class _Result(TestResult):
    """The worst of what happened is the test's."""

    def __init__(self):
        super().__init__()
        self.word, self.why = None, ''

    def _note(self, word, why):
        if self.word in (None, 'ok') or self.word == 'skip' and word != 'ok':
            self.word, self.why = word, why

    def _note_error(self, word, err):
        kind, value, tb = err
        line = None
        while tb is not None:
            name = tb.tb_frame.f_globals.get('__name__', '')
            if name != 'unittest' and not name.startswith('unittest.'):
                line = tb.tb_lineno
                where = tb.tb_frame.f_code.co_filename
            tb = tb.tb_next
        text = f'{kind.__name__}: {value}' if str(value) else kind.__name__
        if line is not None:
            text += f' ({where}:{line})'
        self._note(word, text)

    def addSuccess(self, test):
        self._note('ok', '')

    def addError(self, test, err):
        self._note_error('ERROR', err)

    def addFailure(self, test, err):
        self._note_error('FAIL', err)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            self._note_error('FAIL' if failed else 'ERROR', err)

    def addSkip(self, test, reason):
        self._note('skip', reason)

    def addExpectedFailure(self, test, err):
        self._note('ok', 'expected failure')

    def addUnexpectedSuccess(self, test):
        self._note('FAIL', 'unexpected success')


def run_test(module, class_name, method):
    cls = module
    for part in class_name.split('.'):
        cls = getattr(cls, part)
    result = _Result()
    TestSuite([cls(method)]).run(result)
    _tell('result', result.word or 'ERROR', _one_line(result.why))
