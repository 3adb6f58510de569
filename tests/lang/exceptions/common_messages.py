actions = [lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.5 % 0, lambda: 'a' + 1, lambda: 1 + 'a',
           lambda: [] + (), lambda: {}['x'], lambda: [].pop(), lambda: {}.popitem(), lambda: int('z'),
           lambda: float('q'), lambda: len(5), lambda: -'a', lambda: None + 1, lambda: [1] < ['a'],
           lambda: {[]: 1}, lambda: 'x' * 'y', lambda: abs('a'), lambda: ord('ab'), lambda: chr(-1)]
for action in actions:
    try:
        action()
    except Exception as error:
        print(type(error).__name__ + ':', error)
