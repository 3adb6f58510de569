import warnings

warnings.simplefilter('ignore')


class Bare:
    def __iter__(self):
        return self

    def __next__(self):
        return 1


def over(x):
    try:
        yield from x
    except Exception as e:
        print('over', repr(e))
        yield 'caught'


def low():
    try:
        yield 1
    except Exception as e:
        print('low', repr(e), repr(e.__context__))
    yield 2


for make in (Bare, low):
    for what in ((ValueError, 3), (ValueError, (1, 2)), (ValueError('a'), 5), (KeyError, ValueError(3)),
                 (LookupError, KeyError(4)), (ValueError, None, 3), (UnicodeDecodeError, 3)):
        inner = make()
        g = over(inner)
        next(g)
        try:
            print('->', g.throw(*what))
        except Exception as e:
            print('raised', repr(e))
        try:
            print('next', next(inner))
        except StopIteration as e:
            print('next raised', repr(e))
