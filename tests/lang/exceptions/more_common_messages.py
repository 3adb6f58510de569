actions = [lambda: 1 in 5, lambda: iter(3), lambda: next([]), lambda: (1, 2)[5], lambda: len[0], lambda: min([]),
           lambda: max(()), lambda: [3].index(4), lambda: [1].remove(2), lambda: (1,).index(0), lambda: 'ab'.index('z'),
           lambda: int(None), lambda: int([]), lambda: sorted([1, 'a']), lambda: sum(['a']), lambda: 'a' < 1,
           lambda: {1: 2}[2], lambda: range('a'), lambda: ''.join([1]), lambda: round('a'), lambda: 2 ** 'a']
for action in actions:
    try:
        action()
    except Exception as error:
        print(type(error).__name__ + ':', error)
