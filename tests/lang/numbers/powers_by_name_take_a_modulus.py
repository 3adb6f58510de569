def tell(function, *args):
    try:
        print(function(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


for args in (5, 3), (5, None), (5, 'x'), ('a', 3), (1, 0), (-1, 7), (), (1, 2, 3), (2.0, 3):
    tell((2).__pow__, *args)
    tell((2).__rpow__, *args)
    tell((2.0).__pow__, *args)
tell(int.__pow__, 2, 5, 3)
tell(True.__pow__, True, 3)
tell((2j).__pow__, 2, 3)
tell((2j).__pow__, 2)
