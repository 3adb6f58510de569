errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



def in_finally():
    try:
        x = 1
    finally:
        x / 0


def through_finally():
    try:
        1 / 0
    finally:
        print('passed')


def both():
    try:
        1 / 0
    finally:
        {}['key']


def in_else():
    try:
        pass
    except ValueError:
        pass
    else:
        1 / 0


def no_clause_fits():
    try:
        1 / 0
    except ValueError:
        pass
    except (KeyError, TypeError):
        pass


def raised_again():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise error


def bare_raise():
    try:
        1 / 0
    except ZeroDivisionError:
        print('again')
        raise


def wrong_class():
    try:
        1 / 0
    except 5:
        pass


def missing_class():
    try:
        1 / 0
    except missing_class_name:
        pass


for function in (in_finally, through_finally, both, in_else, no_clause_fits, raised_again,
                 bare_raise, wrong_class, missing_class):
    attempt(function)
raise ExceptionGroup('try', errors)
