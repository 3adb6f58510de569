errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



def for_not_iterable():
    for x in 5:
        pass


def with_no_manager():
    with 5 as x, 6 as y:
        pass


def unpack_number():
    a, b = 5


def unpack_too_many():
    a, b = [1, 2, 3]


def raise_number():
    raise 5


def raise_called():
    raise ValueError('a', 'b') from KeyError('c')


def assert_equal():
    assert 1 == 2, 'not equal'


def assert_lines():
    assert (1 ==
            2)


def if_compared():
    if 1 < 2 < 'a' < 3:
        pass


def while_compared():
    while 5 in 5:
        pass


def condition():
    return 1 if missing_name else 2


def unary():
    return -'a'


def conditional_default(a=1):
    return a and missing_name


def starred():
    return [1, *5]


for function in (for_not_iterable, with_no_manager, unpack_number, unpack_too_many, raise_number,
                 raise_called, assert_equal, assert_lines, if_compared, while_compared, condition,
                 unary, conditional_default, starred):
    attempt(function)
raise ExceptionGroup('statements', errors)
