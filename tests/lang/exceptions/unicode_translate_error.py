def attempt(*uses):
    for use in uses:
        try:
            print(use())
        except Exception as error:
            print(f'{type(error).__name__}: {error}')


error = UnicodeTranslateError('a\xe4\u20ac\U0001f600', 1, 2, 'why')
print(error, repr(error), error.encoding, error.object, error.start, error.end, error.reason, error.args)
for start, end in ((2, 3), (3, 4), (0, 2), (9, 10)):
    print(UnicodeTranslateError(error.object, start, end, 'reason'))
attempt(lambda: UnicodeTranslateError(), lambda: UnicodeTranslateError('utf-8', 'a', 0, 1, 'r'),
        lambda: UnicodeTranslateError(b'a', 0, 1, 'r'), lambda: UnicodeTranslateError('a', '0', 1, 'r'),
        lambda: UnicodeTranslateError('a', 0, 1, 5))
print([cls.__name__ for cls in UnicodeTranslateError.__mro__])
print([cls.__name__ for cls in PythonFinalizationError.__mro__], PythonFinalizationError('late'))
