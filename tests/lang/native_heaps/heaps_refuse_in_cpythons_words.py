import heapq

attempts = (lambda: heapq.heappush((), 1), lambda: heapq.heappop('a'), lambda: heapq.heapify({}),
            lambda: heapq.heapreplace(None, 1), lambda: heapq.heappushpop(1, 1), lambda: heapq.heappop([]),
            lambda: heapq.heapreplace([], 1), lambda: heapq.heapify([1, 'a']), lambda: heapq.heappush([1], 'a'),
            lambda: heapq.heappush([(1, {})], (1, {})), lambda: heapq.heappush([1j], 2j), lambda: heapq.heappush([1]),
            lambda: heapq.heappop(heap=[1]))
for attempt in attempts:
    try:
        print(attempt())
    except (TypeError, IndexError) as error:
        print(type(error).__name__, error)
print(heapq.heappush, heapq.heapify.__name__, heapq.heappop.__module__)


class Heap(list):
    def append(self, item):
        print('never called')
        super().append(item)


heap = Heap([3, 1, 2])
heapq.heapify(heap)
heapq.heappush(heap, 0)
print(heap, heapq.heappop(heap), type(heap).__name__)
waiting = [(1, 'low'), (3, 'high')]
try:
    heapq.heappush(waiting, (1, None))
except TypeError as error:
    print(error, waiting)
heapq.heappop([])
