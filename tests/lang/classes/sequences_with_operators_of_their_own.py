# + and * of subclasses of sequences: who is asked first, and with which words they refuse.
import collections


class Count:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


def attempt(*calls):
    for call in calls:
        try:
            print(call(), end='; ')
        except Exception as error:
            print(type(error).__name__, error, end='; ')
    print()


def operate(left, fresh):
    def add_in_place():
        x = left() if callable(left) else left
        x += fresh()
        return x

    def join_in_place():
        x = fresh()
        x += left() if callable(left) else left
        return x

    def multiply_in_place():
        x = fresh()
        x *= left() if callable(left) else left
        return x

    def repeat_in_place():
        x = left() if callable(left) else left
        x *= fresh()
        return x

    value = left() if callable(left) else left
    attempt(lambda: value * fresh(), lambda: fresh() * value, lambda: value + fresh(), lambda: fresh() + value,
            add_in_place, join_in_place, multiply_in_place, repeat_in_place)


for base in (str, bytes, list, tuple, bytearray, collections.deque):
    class OnlyMul(base):
        def __mul__(self, other):
            return 'mul'

    class Rmul(base):
        def __rmul__(self, other):
            return 'rmul'

    class Refuses(base):
        def __rmul__(self, other):
            return NotImplemented

    class Plain(base):
        pass

    class Add(base):
        def __add__(self, other):
            return 'add'

    class Radd(base):
        def __radd__(self, other):
            return 'radd'

    class Index(base):
        def __index__(self):
            return 3

    for left in ('a', lambda: [1], (1,), b'x', lambda: bytearray(b'y'), 1, None, lambda: base(), Count(2)):
        for fresh in (OnlyMul, Rmul, Refuses, Plain, Add, Radd, Index):
            print(base.__name__, fresh.__name__, end=': ')
            operate(left, fresh)
