def work(error, cls):
    try:
        try:
            raise error
        except* cls as group:
            print(type(group).__name__, group.args, group.exceptions[0] is error,
                  group.__traceback__)
    except BaseException as other:
        print('other', other is error, repr(other))


work(ValueError(1), ValueError)
work(ValueError(1), KeyError)
work(KeyboardInterrupt(), KeyboardInterrupt)
work(ExceptionGroup('g', [ValueError(2)]), Exception)
