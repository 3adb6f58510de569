for make in (lambda: bytearray(b'ab') * (2 ** 63 - 1), lambda: (2 ** 63 - 1) * bytearray(b'a'), lambda: b'ab' * (2 ** 63 - 1),
             lambda: bytearray(b'ab') * 10 ** 30, lambda: bytearray() * (2 ** 63 - 1), lambda: bytearray(b'ab') * -1):
    try:
        print(make())
    except (MemoryError, OverflowError) as error:
        print(type(error).__name__, error)
