import heapq


class Once:
    left = 3

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        Once.left -= 1
        if Once.left < 0:
            raise RuntimeError('tired')
        return self.value < other.value

    def __repr__(self):
        return str(self.value)


for function in (lambda heap: heapq.heappush(heap, Once(0)), heapq.heappop, heapq.heapify,
                 lambda heap: heapq.heapreplace(heap, Once(9)), lambda heap: heapq.heappushpop(heap, Once(9))):
    for left in (0, 1, 2, 3):
        heap = [Once(value) for value in (1, 3, 2, 7, 4, 6, 5)]
        Once.left = left
        try:
            function(heap)
            print('fine', heap)
        except RuntimeError as error:
            print(error, heap)


class Emptier:
    def __lt__(self, other):
        mixed.clear()
        return True


for function in (heapq.heappop, heapq.heapify, lambda heap: heapq.heappush(heap, Emptier()),
                 lambda heap: heapq.heapreplace(heap, 1), lambda heap: heapq.heappushpop(heap, 1)):
    mixed = [Emptier() for _ in range(6)]
    try:
        print(function(mixed))
    except (RuntimeError, IndexError, TypeError) as error:
        print(type(error).__name__, error, mixed)


class Asker:
    def __lt__(self, other):
        return []


answers = [Asker(), Asker(), Asker()]
heapq.heapify(answers)
print(len(answers), heapq.heappop(answers) is not None)
