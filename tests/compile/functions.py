@deco(1)
def f(a, /, b: int = 1, *args, c=x, **kw) -> str:
    """Doc.

        More.
    """
    t: int = a
    g = lambda v=t: v + b

    def inner():
        nonlocal b
        b = b + t
        return inner

    return inner


def gen():
    got = yield 1
    yield from got


class C(Base, flag=True):
    """About C."""
    n: int = 0

    def __init__(self):
        super().__init__()
        self.__hidden = 1
        self.shown = self.n

    names = [n for n in range(3)]
