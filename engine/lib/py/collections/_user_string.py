"""The class UserString."""

from .abc import Sequence


def _plain(value):
    return value.data if isinstance(value, UserString) else value


class UserString(Sequence):
    """A str to be subclassed: methods of str that give text give one of these, but for those that
    give several texts, join() and format()."""

    __module__ = 'collections'

    def __init__(self, seq):
        self.data = seq.data[:] if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __eq__(self, string):
        return self.data == _plain(string)

    def __lt__(self, string):
        return self.data < _plain(string)

    def __le__(self, string):
        return self.data <= _plain(string)

    def __gt__(self, string):
        return self.data > _plain(string)

    def __ge__(self, string):
        return self.data >= _plain(string)

    def __contains__(self, char):
        return _plain(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + str(other))

    def __radd__(self, other):
        if isinstance(other, str):
            return self.__class__(other + self.data)
        return self.__class__(str(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    maketrans = str.maketrans


def _add_methods():
    # Each passes on to the str inside; those of the second list give a text of the own class.
    def add(name, own_class):
        def method(self, /, *args, **kwds):
            plain = [_plain(arg) for arg in args]
            made = getattr(self.data, name)(*plain, **kwds)
            return self.__class__(made) if own_class else made
        method.__name__ = name
        method.__qualname__ = f'UserString.{name}'
        setattr(UserString, name, method)

    for name in ('count', 'encode', 'endswith', 'find', 'format', 'format_map', 'index', 'isalnum',
                 'isalpha', 'isascii', 'isdecimal', 'isdigit', 'isidentifier', 'islower',
                 'isnumeric', 'isprintable', 'isspace', 'istitle', 'isupper', 'join', 'partition',
                 'rfind', 'rindex', 'rpartition', 'rsplit', 'split', 'splitlines', 'startswith'):
        add(name, False)
    for name in ('capitalize', 'casefold', 'center', 'expandtabs', 'ljust', 'lower', 'lstrip',
                 'removeprefix', 'removesuffix', 'replace', 'rjust', 'rstrip', 'strip', 'swapcase',
                 'title', 'translate', 'upper', 'zfill'):
        add(name, True)


_add_methods()
