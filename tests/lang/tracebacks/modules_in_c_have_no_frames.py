import bisect
import collections
import datetime
import decimal
import functools
import heapq
import io
import itertools
import json
import operator
import traceback


@functools.lru_cache
def cached(x):
    return 1 / x


class Bad:
    def __lt__(self, other):
        raise ValueError("no order")


for call in (lambda: datetime.date(2024, 13, 1), lambda: datetime.timedelta("x"),
             lambda: decimal.Decimal("x"), lambda: cached(0), lambda: list(itertools.islice([1], "x")),
             lambda: functools.reduce(lambda a, b: a + b, [1, "a"]), lambda: heapq.heapify([Bad(), Bad()]),
             lambda: bisect.bisect([1], "a"), lambda: json.loads("[1, {]"), lambda: io.StringIO(5),
             lambda: operator.itemgetter(1)([]), lambda: collections.OrderedDict().popitem(),
             lambda: list(itertools.accumulate([1, "a"])), lambda: sorted("ab", key=functools.cmp_to_key(cached))):
    try:
        call()
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        print(type(error).__name__, [frame.name for frame in frames])
