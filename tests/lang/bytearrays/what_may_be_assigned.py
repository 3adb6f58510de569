# Numbers and text are refused for a slice; for one byte, the value is looked at before the place.
def attempt(act):
    b = bytearray(b'abcdef')
    try:
        act(b)
        print(b)
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)


class Count:
    def __index__(self):
        return 2


for part in (slice(0, 2), slice(1, None, 2), slice(None, None, -1), slice(5, 1)):
    for value in (5, 'xy', 1.5, True, b'xyz', [120, 121, 122], [1, 300], None, Count(), range(3), bytearray(b'123456')):
        attempt(lambda b: b.__setitem__(part, value))
for place in (0, -1, 9, -9):
    for value in (65, 256, -1, 'x', None, Count()):
        attempt(lambda b: b.__setitem__(place, value))
attempt(lambda b: b.__delitem__(9))
