"""Priority queues in lists: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2]."""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest',
           'heappushpop']


def _check(heap):
    if not isinstance(heap, list):
        raise TypeError(f'heap argument must be a list, not {type(heap).__name__}')


# Items change places two at a time: when a comparison fails, the list still has all of them. What a
# function took out of it is let go then; the traceback would keep it.


def _rise(heap, top, place):
    # The item at `place` goes up while it is smaller than its parent.
    while place > top:
        parent = (place - 1) >> 1
        if not heap[place] < heap[parent]:
            break
        heap[place], heap[parent] = heap[parent], heap[place]
        place = parent


def _sink(heap, place):
    # The smaller child goes up until a leaf is free; from there the item rises to its place.
    # That takes fewer comparisons than comparing the item on the way down.
    top = place
    end = len(heap)
    child = 2 * place + 1
    while child < end:
        other = child + 1
        if other < end and not heap[child] < heap[other]:
            child = other
        heap[place], heap[child] = heap[child], heap[place]
        place = child
        child = 2 * place + 1
    _rise(heap, top, place)


def heappush(heap, item, /):
    _check(heap)
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    first = heap.pop()
    if not heap:
        return first
    first, heap[0] = heap[0], first
    try:
        _sink(heap, 0)
    except BaseException:
        first = None
        raise
    return first


def heapreplace(heap, item, /):
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    first, heap[0] = heap[0], item
    try:
        _sink(heap, 0)
    except BaseException:
        first = item = None
        raise
    return first


def heappushpop(heap, item, /):
    _check(heap)
    try:
        if heap and heap[0] < item:
            item, heap[0] = heap[0], item
            _sink(heap, 0)
    except BaseException:
        item = None
        raise
    return item


def heapify(heap, /):
    _check(heap)
    for place in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, place)


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
