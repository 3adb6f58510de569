error = ValueError('bottom')
for i in range(13):
    error = ExceptionGroup(f'level {i}', [error, TypeError(i)])
raise error
