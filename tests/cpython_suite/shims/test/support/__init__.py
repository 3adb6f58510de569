"""The few helpers that the asyncio tests take from test.support, in our own words."""

import gc
import sys
import time
import unittest

SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0


def gc_collect():
    gc.collect()


def get_attribute(obj, name):
    """The attribute, or the test is skipped: this Python was built without it."""
    try:
        return getattr(obj, name)
    except AttributeError:
        raise unittest.SkipTest(f'{obj!r} has no attribute {name!r}')


def _unchanged(test):
    return test


cpython_only = refcount_test = _unchanged


def requires_working_socket(*, module=False):
    if not module:
        return _unchanged


def busy_retry(timeout, err_msg=None, /, *, error=True):
    """Goes round until the time is up."""
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        yield
    if error:
        raise AssertionError(err_msg or f'not within {timeout} seconds')


def reap_children():
    pass


MISSING_C_DOCSTRINGS = False
is_emscripten = is_wasi = False
requires_docstrings = _unchanged


def check_impl_detail(**guards):
    return True


class catch_unraisable_exception:
    """What sys.unraisablehook is given inside the block."""

    def __init__(self):
        self.unraisable = None

    def __enter__(self):
        self._before = sys.unraisablehook
        sys.unraisablehook = self._take
        return self

    def _take(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *exc_info):
        sys.unraisablehook = self._before
        del self.unraisable
