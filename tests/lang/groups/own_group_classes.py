class Errors(ExceptionGroup):
    def __new__(cls, message, errors, code=0):
        group = super().__new__(cls, message, errors)
        group.code = code
        return group

    def derive(self, errors):
        print('derive', errors)
        return Errors(self.message, errors, self.code)


try:
    try:
        error = Errors('mine', [ValueError(1), Errors('inner', [KeyError(2), OSError(3)], 2)], 7)
        error.add_note('a note')
        raise error
    except* ValueError as group:
        print(repr(group), group.code, group.__notes__)
    except* KeyError as group:
        print(repr(group), group.code, group.exceptions[0].code)
except Errors as rest:
    print(repr(rest), rest.code, rest.__notes__)


class Splitting(ExceptionGroup):
    def split(self, condition):
        print('split', condition)
        return super().split(condition)


try:
    raise Splitting('s', [ValueError(1), KeyError(2)])
except* ValueError as group:
    print(repr(group))
except* KeyError as group:
    print(repr(group))


class Plain(ExceptionGroup):
    pass


try:
    raise Plain('p', [ValueError(1), KeyError(2)])
except* ValueError as group:
    print(repr(group))
except* KeyError as group:
    print(repr(group))
