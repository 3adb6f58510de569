"""heapq: numbers and tuples pushed, popped, heapified."""
import heapq


def main():
    heap, total = [], 0
    for n in range(20000):
        heapq.heappush(heap, n * 7919 % 1009)
        if len(heap) > 50:
            total += heapq.heappop(heap)
    big = [n * 31 % 9973 for n in range(5000)]
    heapq.heapify(big)
    while big:
        total += heapq.heappop(big)
    jobs = []
    for n in range(10000):
        heapq.heappush(jobs, (n * 7919 % 1009, n, 'job'))
        if len(jobs) > 50:
            total += heapq.heappop(jobs)[1]
    print(total)


main()
