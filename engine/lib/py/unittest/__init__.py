"""unittest: tests in classes, run one after the other."""

from .async_case import IsolatedAsyncioTestCase
from .case import (FunctionTestCase, SkipTest, TestCase, addModuleCleanup, doModuleCleanups,
                   enterModuleContext, expectedFailure, skip, skipIf, skipUnless)
from .loader import TestLoader, defaultTestLoader
from .main import TestProgram, main
from .result import TestResult
from .runner import TextTestResult, TextTestRunner
from .suite import BaseTestSuite, TestSuite

__all__ = ('IsolatedAsyncioTestCase', 'TestResult', 'TestCase', 'TestSuite', 'TextTestRunner',
           'TestLoader', 'FunctionTestCase', 'main', 'defaultTestLoader', 'SkipTest', 'skip',
           'skipIf', 'skipUnless', 'expectedFailure', 'TextTestResult', 'addModuleCleanup',
           'doModuleCleanups', 'enterModuleContext')
