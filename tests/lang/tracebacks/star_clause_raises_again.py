def work():
    try:
        raise ExceptionGroup('group', [ValueError(1), OSError(2), KeyError(3)])
    except* ValueError:
        raise
    except* OSError:
        print('handled')


work()
