def work():
    try:
        raise ExceptionGroup('group', [ValueError(1), OSError(2), KeyError(3)])
    except* ValueError:
        1 / 0
    except* OSError as error:
        raise RuntimeError('new') from error
    finally:
        print('finally')


work()
