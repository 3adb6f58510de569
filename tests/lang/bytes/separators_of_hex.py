def tell(data, *args):
    try:
        print(data, args, data.hex(*args))
    except (TypeError, ValueError) as error:
        print(data, args, type(error).__name__, error)


separators = ['-', '', '--', 'é', b':', b'', b'\xff', bytearray(b':'), memoryview(b':'), memoryview(b'::'),
              [], [1], [1, 2], (), ('-',), {}, {1: 2}, {1}, frozenset(), range(0), range(1), range(2), 1, None, 1.5]
for separator in separators:
    tell(b'ab', separator)
for data in b'', b'abc', bytearray(b'ab'), bytearray():
    for args in ('-',), ([],), ([1],), ('-', 1), ('-', []), ([], []), ('-', -2), ('-', True):
        tell(data, *args)
