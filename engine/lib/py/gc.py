"""What gc tells about its generations. Objects are freed as their last reference goes."""

DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = 38
_thresholds = [2000, 10, 10]


def get_threshold():
    return tuple(_thresholds)


def set_threshold(threshold0, threshold1=10, threshold2=0, /):
    _thresholds[:] = threshold0, threshold1, threshold2


def get_count():
    return 0, 0, 0


def get_freeze_count():
    return 0


def get_stats():
    return [{'collections': 0, 'collected': 0, 'uncollectable': 0} for _ in range(3)]


def is_tracked(obj, /):
    return not isinstance(obj, (int, float, complex, str, bytes, type(None)))


def is_finalized(obj, /):
    return False
