errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



class Point:
    __match_args__ = ('x',)

    @property
    def x(self):
        return 1 / 0


def subject():
    match missing_name:
        case 1:
            pass


def guard():
    match 1:
        case 2:
            pass
        case 1 if missing_name:
            pass


def too_many():
    match 5:
        case int(1, 2):
            pass


def no_class():
    cls = 5
    match 5:
        case cls():
            pass


def attribute():
    match Point():
        case Point(0):
            pass


def body():
    match 5:
        case int(n):
            return n / 0


for function in subject, guard, too_many, no_class, attribute, body:
    attempt(function)
raise ExceptionGroup('match', errors)
