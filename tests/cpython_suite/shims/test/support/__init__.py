"""The few helpers that the asyncio tests take from test.support, in our own words."""

import gc
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
