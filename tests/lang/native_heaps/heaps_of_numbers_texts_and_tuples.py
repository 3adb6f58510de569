import heapq
import random

random.seed(8)
kinds = {
    'small': lambda: random.randrange(20),
    'large': lambda: random.randrange(-10 ** 30, 10 ** 30),
    'float': random.random,
    'text': lambda: ''.join(random.choices('aé☃', k=3)),
    'tuple': lambda: (random.randrange(3), random.choice('ab'), random.random()),
    'nested': lambda: ((random.randrange(2), (random.randrange(2), 'x')), random.randrange(9)),
    'mixed': lambda: random.choice([random.randrange(9), random.random() * 9, True]),
    'lists': lambda: [random.randrange(4), random.randrange(4)],
    'unequal': lambda: (1,) * random.randrange(1, 5),
}
for name, make in kinds.items():
    items = [make() for _ in range(40)]
    heap = []
    for item in items:
        heapq.heappush(heap, item)
    other = list(items)
    heapq.heapify(other)
    print(name, heap[:6], other[:6])
    out = [heapq.heappushpop(heap, make()) for _ in range(5)] + [heapq.heapreplace(other, make()) for _ in range(5)]
    print(out[:3], all(heap[(place - 1) // 2] <= heap[place] for place in range(1, len(heap))))
    drawn = [heapq.heappop(heap) for _ in range(len(heap))]
    print(drawn == sorted(drawn), heap, len(other))
nan = [float('nan'), 2.0, 1.0, float('nan'), 0.0]
heapq.heapify(nan)
heapq.heappush(nan, 0.5)
print(nan, heapq.heappop(nan), nan)
print(heapq.heappushpop([], 3), heapq.heappushpop([1], 0), heapq.heappushpop([1], 1))
