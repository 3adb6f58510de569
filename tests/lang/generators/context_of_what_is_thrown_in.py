"""What a generator handles itself becomes the context of what is thrown in; its caller's does not."""


def show(error):
    parts = []
    while error:
        parts.append(f'{type(error).__name__}({error})')
        error = error.__context__
    print(' after '.join(parts))


def plain():
    try:
        yield 1
    except GeneratorExit as error:
        show(error)
        raise
    except Exception as error:
        show(error)
        raise KeyError('in plain')


def delegating():
    yield from plain()


def handling():
    try:
        raise OSError('own')
    except OSError:
        try:
            yield 1
        except Exception as error:
            show(error)
        yield 2


def delegating_while_handling():
    try:
        raise OSError('own')
    except OSError:
        try:
            yield from plain()
        except Exception as error:
            show(error)
            raise


def to_an_iterator():
    try:
        yield from [1, 2]
    except Exception as error:
        show(error)
    yield


def throw_while_handling(generator, error):
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            generator.throw(error)
        except Exception as answer:
            show(answer)


for function in (plain, delegating, handling, delegating_while_handling, to_an_iterator):
    print(function.__name__)
    started = function()
    next(started)
    throw_while_handling(started, ValueError('started'))
    throw_while_handling(function(), ValueError('fresh'))

closed = plain()
next(closed)
try:
    1 / 0
except ZeroDivisionError:
    closed.close()
throw_while_handling(closed, ValueError('closed'))
