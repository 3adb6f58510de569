def fail(n):
    raise ValueError(n)


def caught(function, *args):
    try:
        function(*args)
    except Exception as error:
        return error


def chained():
    try:
        fail(1)
    except ValueError as error:
        raise KeyError('key') from error


noted = caught(fail, 2)
noted.add_note('a note\nof two lines')
inner = ExceptionGroup('inner', [caught(chained), noted])
inner.add_note('a note of the group')
raise ExceptionGroup('outer', [caught(fail, 3), inner, TypeError('never raised')])
