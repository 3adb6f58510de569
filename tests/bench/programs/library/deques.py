"""A bounded deque: both ends, iteration, rotation."""
from collections import deque


def main():
    q, total = deque(maxlen=100), 0
    for n in range(40000):
        q.append(n)
        if n % 3 == 0:
            total += q.popleft()
    for x in q:
        total += x
    q.rotate(5)
    print(total, len(q))


main()
