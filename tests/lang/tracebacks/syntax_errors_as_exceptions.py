def error(*place, message='no good'):
    return SyntaxError(message, place)


raise ExceptionGroup('syntax', [
    error('a.py', 3, 4, '  ab cd ef\n', 3, 6),
    error('a.py', 3, 4, '  ab cd ef\n', 4, 6),
    error('a.py', 3, 4, '  ab cd ef\n'),
    error('a.py', 3, 40, '  ab cd ef\n'),
    error('a.py', 3, 0, '  ab cd ef\n', 3, 0),
    error('a.py', 3, None, '  ab cd ef\n'),
    error('a.py', None, None, None),
    error(None, 3, 5, None),
    error('a.py', 3, 1, 'ab\n', 3, 50),
    SyntaxError('only a message'),
    IndentationError(),
])
