"""Which warnings does a block give?"""

import contextlib
import re
import warnings


@contextlib.contextmanager
def check_warnings(*filters, quiet=False):
    """Each of (pattern, category) is met, and nothing else."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        yield seen
    left = list(seen)
    for pattern, category in filters:
        met = [w for w in left if issubclass(w.category, category)
               and re.match(pattern, str(w.message), re.I)]
        if not met and not quiet:
            raise AssertionError(f'no {category.__name__} like {pattern!r}')
        left = [w for w in left if w not in met]
    if left and filters:
        raise AssertionError(f'unexpected warning {left[0].message}')
