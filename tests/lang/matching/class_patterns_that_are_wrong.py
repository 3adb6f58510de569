class Listed:
    __match_args__ = ['x']


class Numbers:
    __match_args__ = (1,)


class Twice:
    __match_args__ = ('x', 'x')
    x = 1


class Plain:
    x = 1


class Text(str):
    pass


class Failing:
    @property
    def x(self):
        raise ValueError('property')


def first(s):
    match s:
        case Listed(1):
            pass


def second(s):
    match s:
        case Numbers(1):
            pass


def third(s):
    match s:
        case Twice(1, 1):
            pass


def fourth(s):
    match s:
        case Twice(1, x=1):
            pass


def fifth(s):
    match s:
        case Plain(1):
            pass


def sixth(s):
    match s:
        case int(a, b):
            pass
        case str(a):
            print('str', a)


def seventh(s):
    cls = 5
    match s:
        case cls(1):
            pass


def eighth(s):
    match s:
        case Failing(x=1):
            pass


for function, subject in ((first, Listed()), (second, Numbers()), (third, Twice()),
                          (fourth, Twice()), (fifth, Plain()), (sixth, 5), (sixth, Text('t')),
                          (seventh, 1), (eighth, Failing()), (first, 5)):
    try:
        print(function(subject))
    except Exception as error:
        print(type(error).__name__, error)
