try:
    raise ValueError('v')
except ValueError as v:
    try:
        raise KeyError('k')
    except KeyError as k:
        try:
            raise v
        except ValueError as again:
            print(again is v, repr(v.__context__), repr(k.__context__))
