raise BaseExceptionGroup('', [
    KeyboardInterrupt(),
    ValueError('line one\nline two\n\nline four'),
    ExceptionGroup('a\nb', [KeyError()]),
])
