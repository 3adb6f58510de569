for value, spec in [(1, 's'), ('a', 'd'), (1.5, 'd'), ('a', ','), (1, '.2d'), ([1], '5'), (None, '>5'), (1.5, 'x'), ('a', '=5')]:
    try:
        print(format(value, spec))
    except (ValueError, TypeError) as error:
        print(type(error).__name__ + ':', error)
