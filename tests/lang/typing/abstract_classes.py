import collections.abc as cabc
from abc import ABC, ABCMeta, abstractmethod

class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
try: Shape()
except TypeError as e: print(e)
class Sq(Shape):
    def area(self): return 4
try: Sq()
except TypeError as e: print(e)
class Sq2(Sq):
    name = 'sq'
print(Sq2().area(), isinstance(Sq2(), Shape), issubclass(Sq2, Shape), isinstance(1, Shape), type(Shape))
@Shape.register
class V: pass
print(isinstance(V(), Shape), Shape.__abstractmethods__ == {'area','name'})
class Meta2(metaclass=ABCMeta):
    @abstractmethod
    def go(self): pass
try: Meta2()
except TypeError as e: print(e)
print(isinstance([], cabc.Iterable), isinstance({}, cabc.Mapping), isinstance(1, cabc.Hashable), isinstance([], cabc.Hashable), isinstance((x for x in []), cabc.Generator), isinstance(print, cabc.Callable), issubclass(list, cabc.Sequence), isinstance('a', cabc.Sequence), isinstance(iter([]), cabc.Iterator), isinstance({}.keys(), cabc.KeysView), isinstance(range(2), cabc.Sequence))
async def co(): pass
c = co(); print(isinstance(c, cabc.Coroutine), isinstance(c, cabc.Awaitable)); c.close()
class MyMap(cabc.Mapping):
    def __init__(s, d): s.d = d
    def __getitem__(s, k): return s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
mm = MyMap({'a': 1}); print(mm['a'], mm.get('b'), list(mm.items()), 'a' in mm, dict(mm), mm == {'a': 1}, list(mm.keys()))
class MS(cabc.MutableSequence):
    def __init__(s): s.l = []
    def __getitem__(s, i): return s.l[i]
    def __setitem__(s, i, v): s.l[i] = v
    def __delitem__(s, i): del s.l[i]
    def __len__(s): return len(s.l)
    def insert(s, i, v): s.l.insert(i, v)
ms = MS(); ms.append(1); ms.extend([2,3]); ms.reverse(); print(list(ms), ms.pop(), ms.index(2), 3 in ms, ms.count(3)); ms.remove(3); print(list(ms)); ms += [9]; print(list(ms))
try:
    class X(cabc.Mapping): pass
    X()
except TypeError as e: print(e)
