"""deque, defaultdict, Counter, heapq, itertools, tuples unpacked."""
from collections import Counter, defaultdict, deque
import heapq
import itertools


def main():
    queue, groups, heap, total = deque(), defaultdict(list), [], 0
    for number in range(15_000):
        queue.append((number, number % 13))
        if len(queue) > 10:
            first, kind = queue.popleft()
            groups[kind].append(first)
        heapq.heappush(heap, number * 7919 % 1009)
        if len(heap) > 20:
            total += heapq.heappop(heap)
    letters = Counter('the quick brown fox jumps over the lazy dog' * 200)
    for left, right in itertools.pairwise(range(10_000)):
        total += right - left
    total += sum(itertools.islice(itertools.chain(groups[0], itertools.count()), 2000))
    print(total, len(groups), letters.most_common(2))


main()
