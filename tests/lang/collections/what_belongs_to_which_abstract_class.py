import collections
import collections.abc as abc
from collections import OrderedDict, UserDict, UserList, UserString, deque
names = ['Hashable','Iterable','Iterator','Generator','Reversible','Sized','Container','Callable','Collection','Set','MutableSet','Mapping','MutableMapping','MappingView','KeysView','ItemsView','ValuesView','Sequence','MutableSequence','Buffer','Coroutine','Awaitable','AsyncIterable','AsyncIterator','AsyncGenerator']
def g(): yield
async def c(): pass
async def ag(): yield
co = c()
things = [1, 1.5, 'a', b'a', bytearray(b'a'), memoryview(b'a'), [], (), {}, set(), frozenset(), range(3), deque(), {}.keys(), {}.items(), {}.values(), iter([]), iter(()), iter({}), iter('a'), iter({}.items()), iter(range(1)), reversed([]), g(), g, co, ag(), len, int, zip(), map(len, []), enumerate([]), collections.OrderedDict(), collections.Counter(), collections.defaultdict(int), collections.ChainMap(), UserDict(), UserList(), UserString(''), type.__dict__, collections.namedtuple('P', 'x')(1), None, slice(1)]
for t in things:
    print(type(t).__name__, [n for n in names if isinstance(t, getattr(abc, n))])
co.close()
