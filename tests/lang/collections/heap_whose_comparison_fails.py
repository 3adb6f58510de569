import heapq
class Mark:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print('gone', self.name)
    def __repr__(self):
        return f'Mark({self.name})'
for name in ('heappop', 'heapreplace', 'heappushpop', 'heapify', 'heappush'):
    heap = [Mark(i) for i in range(4)]
    try:
        print(getattr(heapq, name)(heap, *([Mark(9)] if 'push' in name or 'repl' in name else [])))
    except TypeError as error:
        print(name, error, heap)
    heap = None
