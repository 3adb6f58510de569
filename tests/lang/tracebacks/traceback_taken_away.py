def fail():
    raise ValueError('text')


try:
    fail()
except ValueError as error:
    kept = error.__traceback__
    error.__traceback__ = None
    other = KeyError('key').with_traceback(kept)
    raise other from error
