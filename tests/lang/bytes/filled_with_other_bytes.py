def tell(what):
    try:
        print(what())
    except BaseException as e:
        print(type(e).__name__, e)


for m in ('center', 'ljust', 'rjust'):
    for o in (b'ab', bytearray(b'ab'), 'ab'):
        for f in (None, 5, 'x', 'xy', b'', b'xx', bytearray(b'x'), [], b'x'):
            tell(lambda: getattr(o, m)(5, f))
