def work(error, classes):
    try:
        try:
            raise error
        except* classes:
            print('caught')
    except Exception as problem:
        print(type(problem).__name__, problem, '|', repr(problem.__context__))


work(ValueError(1), ExceptionGroup)
work(ValueError(1), (ValueError, ExceptionGroup))
work(ValueError(1), 5)
work(ValueError(1), (ValueError, 'x'))
work(ExceptionGroup('g', [ValueError(1)]), BaseExceptionGroup)
