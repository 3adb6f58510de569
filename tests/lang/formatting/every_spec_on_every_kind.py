"""Format specifications on the values that take them and on those that do not."""


def tell(value, spec):
    try:
        print(repr(format(value, spec)))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)


INTEGERS = ('', 'd', '5', '<5', '>5', '^5', '05', '+', '-', ' ', ',', '_', 'x', 'X', '#x', 'o', '#o', 'b', '#b', '#010b',
            'c', 'e', 'f', '.2f', 'g', '%', 'n', '*^10', '=+6', 's', '10s', '.3', 'é^7', '08,', '012,.2f', '_x', '_b', '+,',
            '<+8', '{', '}}', '!', '5.5d')
FLOATS = ('', 'f', '.0f', '.1f', '.3e', 'E', 'g', 'G', '.3g', '#.3g', '%', '.1%', '+.2f', ' .2f', '010.2f', ',.2f', '_.2f',
          '<10', '>10', '^10', '=10', 'z.0f', 'n', 's', 'd', 'x', '.', '.f', '10.', '.20f', '.0e', '#.0f', '.15g', 'r')
TEXTS = ('', 's', '5', '<5', '>5', '^5', '.2', '5.2', '*^9.3s', 'd', '=5', '05', '+', ',', '#', 'é<6', 'x', '10.', '<', '^')
for spec in INTEGERS:
    for integer in (0, 5, -42, 1234567, True):
        tell(integer, spec)
for spec in FLOATS:
    for number in (0.0, -0.0, 1.5, -2.25, 1234567.891, 1e20, 1e-10, float('inf'), float('nan'), 0.1):
        tell(number, spec)
for spec in TEXTS:
    for text in ('', 'a', 'hello', '日本'):
        tell(text, spec)
for value in (None, [], (), {}, object, ...):
    for spec in ('', '5', 's', '<5'):
        tell(value, spec)
