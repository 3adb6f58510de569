"""bytes(x) takes __bytes__, then __index__ as a size, then the items."""


class Size:
    def __index__(self):
        return 3


class Items:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index + 65


class Both(Size):
    def __bytes__(self):
        return b'told'


class Iterated:
    def __iter__(self):
        yield 104
        yield 105


for kind in (Size, Items, Both, Iterated):
    print(bytes(kind()))
for value in (object(), None, 1.5, [300], ['a'], 'text', -1):
    try:
        print(bytes(value))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
