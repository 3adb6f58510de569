"""Priority queues in lists: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2]."""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest',
           'heappushpop']

from _heapq import heapify, heappop, heappush, heappushpop, heapreplace


class _Greatest:
    """Turns the order round."""

    __slots__ = ('key',)

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return other.key < self.key


def merge(*iterables, key=None, reverse=False):
    heap = []
    for number, iterable in enumerate(iterables):
        source = iter(iterable)
        for item in source:
            heap.append(_merge_entry(item, number, source, key, reverse))
            break
    heapify(heap)
    while heap:
        _, number, item, source = heap[0]
        yield item
        for item in source:
            heapreplace(heap, _merge_entry(item, number, source, key, reverse))
            break
        else:
            heappop(heap)


def _merge_entry(item, number, source, key, reverse):
    order = item if key is None else key(item)
    return _Greatest(order) if reverse else order, number, item, source


def nsmallest(n, iterable, key=None):
    if n == 1:
        return _extreme(min, iterable, key)
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    if n == 1:
        return _extreme(max, iterable, key)
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def _extreme(choose, iterable, key):
    nothing = object()
    best = choose(iterable, default=nothing, key=key)
    return [] if best is nothing else [best]
