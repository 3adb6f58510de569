class Noted:
    def __del__(self):
        print('gone')


def low(kept):
    yield 1


def middle(x):
    yield from x


def over(x):
    try:
        yield from x
    except BaseException as e:
        print('over', repr(e))
    print('handled')
    yield 'after'
    print('not reached')


for what in (5, KeyError, (ValueError, 3)):
    g = over(middle(low(Noted())))
    next(g)
    print(g.throw(what))
    g.close()
    print('closed')
