"""Small things that the other parts of unittest share."""

from collections import Counter

_LONGEST = 80
_CUT_WIDTH = 12  # what "[17 chars]" takes at most


def safe_repr(obj, short=False):
    """repr() that never raises; short: at most about eighty characters."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _LONGEST:
        return text
    return text[:_LONGEST] + ' [truncated]...'


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def _shared_start(texts):
    first, last = min(texts), max(texts)
    same = 0
    while same < len(first) and first[same] == last[same]:
        same += 1
    return first[:same]


def _cut_middle(text, before, after):
    cut = len(text) - before - after
    if cut <= _CUT_WIDTH:
        return text
    return f'{text[:before]}[{cut} chars]{text[len(text) - after:]}'


def _common_shorten_repr(*args):
    """The reprs of several values; when they are long, what they share is cut down."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _LONGEST:
        return texts
    start = _shared_start(texts)
    room = _LONGEST - (longest - len(start) + 5 + _CUT_WIDTH)
    if room > 5:
        start_text = _cut_middle(start, 5, room)
        return tuple(start_text + text[len(start):] for text in texts)
    start_text = _cut_middle(start, 5, 5)
    return tuple(start_text + _cut_middle(text[len(start):], 41, 5) for text in texts)


def three_way_cmp(x, y):
    return (x > y) - (x < y)


def sorted_list_difference(expected, actual):
    """Two sorted lists: what only the first has, what only the second has."""
    missing = [item for item in expected if item not in actual]
    unexpected = [item for item in actual if item not in expected]
    return missing, unexpected


def _count_diff_hashable(actual, expected):
    """[(count in the first, count in the second, element)] where the counts differ."""
    found, wanted = Counter(actual), Counter(expected)
    result = [(count, wanted.get(element, 0), element)
              for element, count in found.items() if wanted.get(element, 0) != count]
    result += [(0, count, element) for element, count in wanted.items() if element not in found]
    return result


def _count_diff_all_purpose(actual, expected):
    """The same for elements that have no hash."""
    result = []
    left, right = list(actual), list(expected)
    for source in (left, right):
        while source:
            element = source[0]
            counts = []
            for side in (left, right):
                kept = [other for other in side if other != element]
                counts.append(len(side) - len(kept))
                side[:] = kept
            if counts[0] != counts[1]:
                result.append((counts[0], counts[1], element))
    return result
