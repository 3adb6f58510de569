"""What * says and what __mul__ says of a wrong count."""
import collections


def attempt(work):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


for value in ('x', b'x', [1], (1,), bytearray(b'x'), collections.deque([1])):
    for name in ('__mul__', '__rmul__', '__imul__'):
        for arguments in ((), (1, 2), ((),), (1.5,), ('q',), (2,), (True,)):
            if hasattr(value, name):
                print(type(value).__name__, name, arguments, end=' ')
                attempt(lambda: getattr(value, name)(*arguments))
    attempt(lambda: value * ())
    attempt(lambda: 1.5 * value)
attempt(lambda: (3).__mul__())
attempt(lambda: 'x'.__add__())
