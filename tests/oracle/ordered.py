"""Sets that iterate in insertion order, where CPython leaves the order open."""
import ast
import collections.abc
import weakref


class OrderedSet(collections.abc.MutableSet):
    """Stands in for `set` in the program and in asyncio's own modules."""

    __hash__ = None

    def __init__(self, items=()):
        self._items = dict.fromkeys(items)

    def __contains__(self, item):
        return item in self._items

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def __repr__(self):
        return '{' + ', '.join(map(repr, self)) + '}' if self._items else 'set()'

    def add(self, item):
        self._items[item] = None

    def discard(self, item):
        self._items.pop(item, None)

    def copy(self):
        return OrderedSet(self)

    def update(self, *others):
        for other in others:
            for item in other:
                self._items[item] = None

    def union(self, *others):
        result = self.copy()
        result.update(*others)
        return result

    def difference_update(self, *others):
        for other in others:
            for item in list(other):
                self.discard(item)

    def difference(self, *others):
        result = self.copy()
        result.difference_update(*others)
        return result

    def intersection(self, *others):
        others = [other if isinstance(other, collections.abc.Container) else list(other) for other in others]
        return OrderedSet(x for x in self if all(x in other for other in others))

    def intersection_update(self, *others):
        self &= self.intersection(*others)

    def symmetric_difference(self, other):
        return self ^ OrderedSet(other)

    def symmetric_difference_update(self, other):
        self ^= OrderedSet(other)

    def issubset(self, other):
        return all(x in other for x in self)

    def issuperset(self, other):
        return all(x in self for x in other)


OrderedSet.__name__ = OrderedSet.__qualname__ = 'set'
OrderedSet.__module__ = 'builtins'
for _name, _method in list(vars(OrderedSet).items()):
    if callable(_method) and hasattr(_method, '__qualname__'):
        _method.__qualname__ = f'set.{_name}'  # as a done callback's label: set.discard


class OrderedWeakSet:
    """Stands in for the weak sets of async generators and of a server's clients."""

    def __init__(self):
        self._refs = {}

    def add(self, item):
        key = id(item)
        self._refs[key] = weakref.ref(item, lambda _: self._refs.pop(key, None))

    def discard(self, item):
        self._refs.pop(id(item), None)

    def clear(self):
        self._refs.clear()

    def copy(self):
        same = OrderedWeakSet()
        for item in self:
            same.add(item)
        return same

    def __iter__(self):
        alive = [ref() for ref in list(self._refs.values())]
        return iter([item for item in alive if item is not None])

    def __len__(self):
        return len(list(iter(self)))


# A name that no program can write: set displays call it, whatever `set` is bound to.
DISPLAY_NAME = ' set'


class RewriteDisplays(ast.NodeTransformer):
    """Makes {a, b} and {x for ...} build an OrderedSet."""

    def _build(self, node, items):
        call = ast.Call(ast.Name(DISPLAY_NAME, ast.Load()), [items], [])
        return ast.copy_location(call, node)

    def visit_Set(self, node):
        self.generic_visit(node)
        return self._build(node, ast.List(node.elts, ast.Load()))

    def visit_SetComp(self, node):
        self.generic_visit(node)
        return self._build(node, ast.ListComp(node.elt, node.generators))
