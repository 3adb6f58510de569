def show(function):
    try:
        function()
    except BaseException as error:
        print(function.__name__, repr(error), repr(error.__cause__), repr(error.__context__))


def group():
    return ExceptionGroup('group', [ValueError(1), TypeError(2), OSError(3)])


def one_new():
    try:
        raise ExceptionGroup('group', [ValueError(1)])
    except* ValueError:
        raise KeyError('new')


def new_and_rest():
    try:
        raise group()
    except* ValueError:
        raise KeyError('new')


def two_new():
    try:
        raise group()
    except* ValueError:
        raise KeyError('new')
    except* (TypeError, OSError) as part:
        raise RuntimeError('newer') from part


def again():
    try:
        raise group()
    except* ValueError:
        raise
    except* TypeError:
        pass


def again_by_name():
    try:
        raise group()
    except* ValueError as part:
        raise part
    except* TypeError:
        pass


def member():
    try:
        raise group()
    except* ValueError as part:
        raise part.exceptions[0]


def naked_again():
    try:
        raise ValueError(1)
    except* ValueError:
        raise


def all_again():
    try:
        raise group()
    except* ValueError:
        raise
    except* TypeError:
        raise
    except* OSError:
        raise


for function in one_new, new_and_rest, two_new, again, again_by_name, member, naked_again, all_again:
    show(function)
