def work():
    try:
        raise ValueError('naked')
    except* ValueError as group:
        raise TypeError('from a clause') from group


work()
