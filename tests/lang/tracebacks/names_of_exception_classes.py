errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



class Outer:
    class Inner(Exception):
        pass


def make():
    class Local(Exception):
        pass
    return Local


class Moved(Exception):
    __module__ = 'somewhere.else_'


class Renamed(Exception):
    __qualname__ = 'Other.Name'


class NoText(Exception):
    def __str__(self):
        return ''


class WrongText(Exception):
    def __str__(self):
        return 5


class FailingText(Exception):
    def __str__(self):
        raise ValueError('no text')


def fail(cls):
    raise cls('text')


for cls in Outer.Inner, make(), Moved, Renamed, NoText, WrongText, FailingText:
    attempt(fail, cls)
raise ExceptionGroup('classes', errors)
