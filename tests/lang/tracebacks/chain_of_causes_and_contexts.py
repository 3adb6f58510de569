def first():
    raise ValueError('first')


def second():
    try:
        first()
    except ValueError:
        raise KeyError('second')


def third():
    try:
        second()
    except KeyError as error:
        raise TypeError('third') from error


def fourth():
    try:
        third()
    except TypeError:
        raise RuntimeError('fourth') from None


try:
    third()
except TypeError:
    try:
        fourth()
    except RuntimeError as error:
        error.note = 1
        raise
