class Maker:
    """__get__ in Python gives what is called."""

    def __init__(self, answer):
        self.answer = answer

    def __get__(self, obj, cls=None):
        print('get', type(obj).__name__)
        return lambda *args: self.answer


class A:
    __len__ = Maker(3)
    __int__ = Maker(4)
    __float__ = Maker(1.5)
    __getitem__ = Maker('item')
    __eq__ = Maker(True)
    __hash__ = Maker(7)
    __repr__ = Maker('<a>')
    __enter__ = Maker('entered')
    __exit__ = Maker(None)


a = A()
print(len(a), int(a), float(a), a[0], a == 1, hash(a), repr([a]))
with a as b:
    print(b)
