for action in (lambda: [1].index(2), lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(3), lambda: [1] + 'a', lambda: [1] * 'a'):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
