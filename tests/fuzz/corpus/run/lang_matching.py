class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Point3(Point):
    __match_args__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Bare:
    pass


def describe(value):
    match value:
        case Point3(x, y, z=0):
            return f'flat {x} {y}'
        case Point(0, 0):
            return 'origin'
        case Point(x=0, y=y):
            return f'on y {y}'
        case Point(x, y=int(y)):
            return f'point {x} {y}'
        case Bare(size=size):
            return f'bare {size}'
        case bool(b):
            return f'bool {b}'
        case int(n) | float(n):
            return f'number {n}'
        case str() as s:
            return f'text {s!r}'
        case (list() | tuple()) as items:
            return f'items {len(items)}'
        case None:
            return 'none'
        case _:
            return 'other'


bare = Bare()
sized = Bare()
sized.size = 5
for value in (Point3(1, 2, 0), Point3(1, 2, 3), Point(0, 0), Point(0, 3), Point(2, 3), Point(2, 'y'),
              bare, sized, True, 5, 1.5, 'text', [1], (1, 2), None, {}, Bare):
    print(describe(value))
