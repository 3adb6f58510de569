from collections import deque

q = deque([1,2,3], maxlen=3); q.append(4); q.appendleft(0); print(q, q[0], q[-1], len(q), 3 in q); q.rotate(1); print(q); q.extend([7,8]); print(q, q.maxlen)
q = deque('abc'); q.rotate(-1); print(q, list(q), q.pop(), q.popleft(), q, bool(q)); q.extendleft('xyz'); print(q); q.remove('x'); q.insert(1, 'k'); print(q, q.index('k'), q.count('y'), list(reversed(q)))
try:
    for i in q: q.append(1)
except RuntimeError as e: print(e)
try: deque().pop()
except IndexError as e: print(e)
print(deque([1,2])+deque([3]), deque([1])*3, deque([1,2]) == deque([1,2]), deque([1]) < deque([2]))
class D(deque):
    def __init__(self, n): super().__init__(maxlen=n); self.n = n
dd = D(2); dd += [1,2,3]; print(dd, dd.n)
