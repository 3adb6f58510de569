"""`in` tells any TypeError on the way to an iterator in its own words."""


class Number:
    def __iter__(self):
        return 5


class Failing:
    def __iter__(self):
        raise TypeError('from inside')


class Wrong:
    def __iter__(self):
        raise ValueError('comes through')


class Plain:
    pass


for kind in (Number, Failing, Wrong, Plain):
    try:
        print(1 in kind())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, error.__context__)
    try:
        print(list(kind()))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
