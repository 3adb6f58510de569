def f(cause):
    try:
        raise ValueError('v')
    except ValueError as error:
        raise TypeError('t') from (error if cause else None)


for cause in (True, False):
    try:
        f(cause)
    except TypeError as error:
        print(repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
