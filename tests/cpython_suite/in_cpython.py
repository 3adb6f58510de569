"""Lists or runs tests in CPython under our shims: one JSON object a line.

    python3.13 in_cpython.py list|run SHIMS FILE...

"def" is where a method was written: the same for all classes that inherit it.
"""
import contextlib
import importlib.util
import io
import json
import pathlib
import sys
import unittest


class Result(unittest.TestResult):
    """The worst of what happened is the test's."""

    def startTest(self, test):
        super().startTest(test)
        self.word, self.why = None, ''

    def note(self, word, why):
        if self.word in (None, 'ok') or self.word == 'skip' and word != 'ok':
            self.word, self.why = word, why

    def note_error(self, test, err):
        failed = issubclass(err[0], AssertionError)
        self.note('FAIL' if failed else 'ERROR', f'{err[0].__name__}: {err[1]}')

    addError = addFailure = note_error

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note_error(test, err)

    def addSuccess(self, test):
        self.note('ok', '')

    def addSkip(self, test, reason):
        self.note('skip', reason)

    def addExpectedFailure(self, test, err):
        self.note('ok', '')

    def addUnexpectedSuccess(self, test):
        self.note('FAIL', 'unexpected success')


def flat(tests):
    for test in tests:
        if isinstance(test, unittest.TestSuite):
            yield from flat(test)
        else:
            yield test


def load(path):
    name = pathlib.Path(path).stem
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def main(mode, shims, *paths):
    sys.path.insert(0, shims)
    for path in paths:
        module = load(path)
        for test in flat(unittest.defaultTestLoader.loadTestsFromModule(module)):
            cls, method = type(test), test._testMethodName
            if cls.__module__ != module.__name__:
                continue
            row = {'test': f'{module.__name__}.{cls.__qualname__}.{method}',
                   'def': f'{module.__name__}.{getattr(cls, method).__qualname__}'}
            if mode == 'run':
                result = Result()
                with contextlib.redirect_stderr(io.StringIO()):
                    unittest.TestSuite([test]).run(result)
                row.update(outcome=result.word or 'ERROR', why=result.why)
            print(json.dumps(row), flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
