try:
    try:
        {}['a']
    except KeyError:
        1 / 0
except ZeroDivisionError as error:
    print(repr(error), repr(error.__context__), error.__cause__, error.__suppress_context__)
