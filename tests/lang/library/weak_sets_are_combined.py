from weakref import WeakSet


class Node:
    def __init__(self, name):
        self.name = name


def names(nodes):
    return sorted(node.name for node in nodes)


a, b, c = map(Node, 'abc')
left, right = WeakSet([a, b]), WeakSet([b, c])
print(names(left ^ right), names(left.symmetric_difference(right)), names(left & right), names(left | right))
left.difference_update(right)
print(names(left))
left.update([b, c])
left.intersection_update([a, c])
print(names(left))
left.symmetric_difference_update([b, c])
print(names(left))
del a
print(names(left))
