class Point:
    def __init__(self, x):
        self.x = x


class Slim:
    __slots__ = ('a', 'b')


class Names(list):
    pass


class Stated:
    def __getstate__(self):
        return {'z': 1}


class Given:
    def __getnewargs__(self):
        return 1, 2


class Named:
    def __getnewargs_ex__(self):
        return (1,), {'k': 2}


class Own(Point):
    def __reduce__(self):
        return Own, (self.x,)


def show(part):
    if hasattr(part, '__next__'):
        return list(part)
    return getattr(part, '__name__', part)


slim, names = Slim(), Names([1, 2])
slim.a, names.kept = 1, True
for made in Point(3), Point.__new__(Point), slim, names, Stated(), Given(), Named(), object(), Own(4):
    for protocol in 0, 2, 4:
        try:
            parts = made.__reduce_ex__(protocol)
        except TypeError as error:
            print(error)
        else:
            print(protocol, [show(part) for part in parts if part is not made])
function, args, state = Point(5).__reduce_ex__(2)[:3]
print(function.__module__, function(*args).__class__ is Point, state)
print(Point(6).__reduce__()[0].__module__, type(Point.__reduce__).__name__)
