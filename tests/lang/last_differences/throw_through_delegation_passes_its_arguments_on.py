class Rich:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *e):
        print('throw', e)
        return 5


def over(x):
    try:
        yield from x
    except BaseException as e:
        print('over', repr(e), repr(e.__context__))
    yield 'after'


def low():
    for i in range(3):
        try:
            yield i
        except BaseException as e:
            print('low', repr(e), repr(e.__context__))


def middle(x):
    yield from x


THROWN = (5, ValueError, ValueError(3), UnicodeDecodeError, int, 'text', GeneratorExit)
for make in (Rich, low, lambda: middle(low()), lambda: middle(Rich())):
    for what in THROWN:
        inner = make()
        g = over(inner)
        next(g)
        try:
            print('->', g.throw(what))
        except BaseException as e:
            print('raised', repr(e))
        try:
            print('next', next(inner))
        except BaseException as e:
            print('next raised', repr(e))
