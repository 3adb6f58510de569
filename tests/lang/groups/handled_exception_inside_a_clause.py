import sys

try:
    raise ExceptionGroup('group', [ValueError(1), TypeError(2)])
except* ValueError as part:
    print(sys.exception() is part)
    try:
        raise KeyError('inside')
    except KeyError as error:
        print(repr(error.__context__), error.__context__ is part)
    print(sys.exception() is part)
except* TypeError:
    print(repr(sys.exception()))
print(sys.exception())
