"""Small objects made and dropped: __init__, __slots__, dataclasses, equality."""
from dataclasses import dataclass


class Node:
    def __init__(self, value, after=None):
        self.value = value
        self.after = after


class Point:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


@dataclass
class Order:
    number: int
    amount: float = 1.0
    paid: bool = False


def main():
    head, total, same = None, 0, 0
    for number in range(20_000):
        head = Node(number, head)
        point = Point(number, -number)
        total += point.x - point.y
        order = Order(number & 3, paid=True)
        if order == Order(1, 1.0, True):
            same += 1
    while head:
        total += head.value
        head = head.after
    print(total, same)


main()
