# In-place operators between what does not fit: a container on the left is not asked to be repeated.
def times(x, y):
    x *= y
    return x


def plus(x, y):
    x += y
    return x


class Index:
    def __index__(self):
        return 2


for left, right in ((set(), 'a'), ({}, 'a'), (range(3), 'a'), (frozenset(), [1]), ({}.keys(), (1,)), (memoryview(b''), b'a'),
                    (1.5, 'a'), (None, 'a'), (object(), 'a'), (len, 'a'), (int, 'a'), ([], set()), ('a', {}), ('a', 'b'),
                    (Index(), 'ab'), (2, 'ab'), (True, [1]), ('ab', Index()), ({}, b'x'), ({}, bytearray(b'x'))):
    for act in (times, plus, lambda x, y: x * y, lambda x, y: x + y):
        try:
            print(act(left, right))
        except TypeError as error:
            print(error)
