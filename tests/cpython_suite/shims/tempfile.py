"""There are no files: the one test that wants a name for one is skipped."""

import unittest


def mktemp():
    raise unittest.SkipTest('needs files')
