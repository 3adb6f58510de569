raise BaseExceptionGroup('texts', [
    KeyError('key'), KeyError('a', 'b'), KeyError(),
    OSError(2, 'No such file', 'name.txt'), OSError(13, 'denied', 'a', None, 'b'), OSError('plain'),
    StopIteration(5), SystemExit(3), KeyboardInterrupt(), AssertionError(),
    UnicodeDecodeError('utf-8', b'x', 0, 1, 'bad'), ValueError(1, 2), TimeoutError(),
])
