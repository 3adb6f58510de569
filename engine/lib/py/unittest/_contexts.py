"""What assertRaises, assertWarns and assertLogs return: context managers and callers."""

import logging
import sys
import traceback
import warnings
from collections import namedtuple

_LoggingWatcher = namedtuple('_LoggingWatcher', ['records', 'output'])


def _compile(pattern):
    import re  # a program that needs no patterns need not load it
    return re.compile(pattern)


class _Base:
    def __init__(self, test_case):
        self.test_case = test_case

    def _raiseFailure(self, standardMsg):
        msg = self.test_case._formatMessage(self.msg, standardMsg)
        raise self.test_case.failureException(msg)


class _AssertRaisesBaseContext(_Base):

    def __init__(self, expected, test_case, expected_regex=None):
        super().__init__(test_case)
        self.expected = expected
        if expected_regex is not None:
            expected_regex = _compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = None
        self.msg = None

    def handle(self, name, args, kwargs):
        """Without a callable the context itself, else calls it inside the context."""
        if not _all_of_type(self.expected, self._base_type):
            raise TypeError(f'{name}() arg 1 must be {self._base_type_str}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for '
                                'this function')
            return self
        function, *rest = args
        try:
            self.obj_name = function.__name__
        except AttributeError:
            self.obj_name = str(function)
        try:
            with self:
                function(*rest, **kwargs)
        finally:
            function = rest = args = kwargs = self = None

    def _expected_name(self):
        try:
            return self.expected.__name__
        except AttributeError:
            return str(self.expected)

    def _fail_not_seen(self, what):
        name = self._expected_name()
        if self.obj_name:
            self._raiseFailure(f'{name} not {what} by {self.obj_name}')
        self._raiseFailure(f'{name} not {what}')

    def _fail_no_match(self, text):
        self._raiseFailure(f'"{self.expected_regex.pattern}" does not match "{text}"')


def _all_of_type(expected, base):
    if isinstance(expected, tuple):
        return all(_all_of_type(one, base) for one in expected)
    return isinstance(expected, type) and issubclass(expected, base)


class _AssertRaisesContext(_AssertRaisesBaseContext):
    _base_type = BaseException
    _base_type_str = 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._fail_not_seen('raised')
        traceback.clear_frames(tb)
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc_value)):
            self._fail_no_match(str(exc_value))
        return True


class _AssertWarnsContext(_AssertRaisesBaseContext):
    _base_type = Warning
    _base_type_str = 'a warning type or tuple of warning types'

    def __enter__(self):
        # A warning that was shown once already has to be seen again.
        for module in list(sys.modules.values()):
            if getattr(module, '__warningregistry__', None):
                module.__warningregistry__ = {}
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        seen = None
        for caught in self.warnings:
            message = caught.message
            if not isinstance(message, self.expected):
                continue
            if seen is None:
                seen = message
            if self.expected_regex is not None and not self.expected_regex.search(str(message)):
                continue
            self.warning = message
            self.filename = caught.filename
            self.lineno = caught.lineno
            return
        if seen is not None:
            self._fail_no_match(str(seen))
        self._fail_not_seen('triggered')


class _AssertNotWarnsContext(_AssertWarnsContext):

    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        for caught in self.warnings:
            if isinstance(caught.message, self.expected):
                self._raiseFailure(f'{self._expected_name()} triggered')


class _CapturingHandler(logging.Handler):

    def __init__(self):
        super().__init__()
        self.watcher = _LoggingWatcher([], [])

    def emit(self, record):
        self.watcher.records.append(record)
        self.watcher.output.append(self.format(record))


class _AssertLogsContext(_Base):
    LOGGING_FORMAT = '%(levelname)s:%(name)s:%(message)s'

    def __init__(self, test_case, logger_name, level, no_logs):
        super().__init__(test_case)
        self.logger_name = logger_name
        names = logging.getLevelNamesMapping()
        self.level = names.get(level, level) if level else logging.INFO
        self.msg = None
        self.no_logs = no_logs

    def __enter__(self):
        if isinstance(self.logger_name, logging.Logger):
            self.logger = self.logger_name
        else:
            self.logger = logging.getLogger(self.logger_name)
        handler = _CapturingHandler()
        handler.setLevel(self.level)
        handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
        self.watcher = handler.watcher
        self.before = self.logger.handlers[:], self.logger.level, self.logger.propagate
        self.logger.handlers = [handler]
        self.logger.setLevel(self.level)
        self.logger.propagate = False
        return None if self.no_logs else self.watcher

    def __exit__(self, exc_type, exc_value, tb):
        self.logger.handlers, level, self.logger.propagate = self.before
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.no_logs:
            if self.watcher.records:
                self._raiseFailure(f'Unexpected logs found: {self.watcher.output!r}')
        elif not self.watcher.records:
            self._raiseFailure(f'no logs of level {logging.getLevelName(self.level)} or higher '
                               f'triggered on {self.logger.name}')
