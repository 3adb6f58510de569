"""unittest.main(): the tests of a module run as a program."""

import sys

from . import loader, runner


class TestProgram:

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None,
                 testLoader=None, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        self.module = sys.modules[module] if isinstance(module, str) else module
        self.verbosity = verbosity
        self.failfast = bool(failfast)
        self.buffer = bool(buffer)
        self.warnings = 'default' if warnings is None else warnings
        self.testRunner = runner.TextTestRunner if testRunner is None else testRunner
        self.testLoader = loader.defaultTestLoader if testLoader is None else testLoader
        names = self._read_arguments(sys.argv if argv is None else argv)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else list(defaultTest)
        if names:
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        self.runTests()
        if exit:
            sys.exit(self._exit_status())

    def _read_arguments(self, argv):
        names = []
        for word in argv[1:]:
            if word in ('-v', '--verbose'):
                self.verbosity = 2
            elif word in ('-q', '--quiet'):
                self.verbosity = 0
            elif word in ('-f', '--failfast'):
                self.failfast = True
            elif word in ('-b', '--buffer'):
                self.buffer = True
            elif word.startswith('-'):
                raise SystemExit(f'unittest.main() of Coroscope has no option {word}')
            else:
                names.append(word)
        return names

    def runTests(self):
        made = self.testRunner
        if isinstance(made, type):
            made = made(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                        warnings=self.warnings)
        self.result = made.run(self.test)

    def _exit_status(self):
        if self.result.testsRun == 0 and not self.result.skipped:
            return 5
        return int(not self.result.wasSuccessful())


main = TestProgram
