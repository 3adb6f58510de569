def work(*errors):
    try:
        raise ExceptionGroup('group', errors)
    except* (ValueError, KeyError) as group:
        print('first', repr(group))
    except* OSError as group:
        print('second', repr(group), group.exceptions[0].errno)
    else:
        print('else')
    finally:
        print('finally')


work(ValueError(1), KeyError('k'), OSError(2, 'two'))
work(ExceptionGroup('inner', [ValueError(1), OSError(3, 'three')]), ValueError(4))
try:
    work(TypeError(5), ValueError(6), ExceptionGroup('inner', [TypeError(7), KeyError(8)]))
except ExceptionGroup as rest:
    print('rest', repr(rest))


def fine():
    try:
        pass
    except* ValueError:
        print('never')
    else:
        print('else')


fine()
