for x in ([1, 2, 3], bytearray(b'abc')):
    for what in (5, None, [1, 2, 3]):
        for cut in (slice(None, None, 0), slice('a', None, 2), slice(0, 3, -1), slice(None, None, 1)):
            try:
                x[cut] = what
                print(x)
            except Exception as e:
                print(type(x).__name__, type(e).__name__, e)
