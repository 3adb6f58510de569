"""The class UserString."""


class UserString:
    """A str to be subclassed: methods of str that give text give one of these."""

    __module__ = 'collections'

    def __init__(self, seq):
        self.data = seq.data if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return self.data

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __hash__(self):
        return hash(self.data)

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, UserString) else other)

    def __lt__(self, other):
        return self.data < (other.data if isinstance(other, UserString) else other)

    def __contains__(self, text):
        return (text.data if isinstance(text, UserString) else text) in self.data

    def __getitem__(self, index):
        return type(self)(self.data[index])

    def __add__(self, other):
        return type(self)(self.data + str(other))

    def __radd__(self, other):
        return type(self)(str(other) + self.data)

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__
    maketrans = str.maketrans

    def __mod__(self, args):
        return type(self)(self.data % args)

    __int__ = lambda self: int(self.data)
    __float__ = lambda self: float(self.data)

    def __getattr__(self, name):
        if not hasattr(str, name):
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        method = getattr(self.data, name)

        def call(*args, **kwds):
            args = [arg.data if isinstance(arg, UserString) else arg for arg in args]
            result = method(*args, **kwds)
            return type(self)(result) if type(result) is str else result
        return call
