import heapq


class Job:
    def __init__(self, urgency, name):
        self.urgency, self.name = urgency, name

    def __lt__(self, other):
        print(f'{self.name} < {other.name}?')
        return self.urgency < other.urgency

    def __repr__(self):
        return self.name


heap = []
for urgency, name in ((5, 'e'), (3, 'c'), (4, 'd'), (1, 'a'), (2, 'b')):
    heapq.heappush(heap, Job(urgency, name))
print(heap)
print(heapq.heappop(heap), heap)
print(heapq.heappushpop(heap, Job(0, 'z')), heapq.heappushpop(heap, Job(9, 'y')), heap)
print(heapq.heapreplace(heap, Job(1, 'x')), heap)
jobs = [Job(7 - n, str(n)) for n in range(6)]
heapq.heapify(jobs)
print(jobs)
pairs = [(1, Job(2, 'p')), (1, Job(1, 'q')), (0, Job(3, 'r'))]
heapq.heapify(pairs)
print(pairs, heapq.heappop(pairs), heapq.heappop(pairs))
