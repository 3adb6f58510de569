import sys
import warnings


class Note:
    def __del__(self):
        frame = sys._getframe(1)
        print('dies in', frame.f_code.co_name, 'at line', frame.f_lineno)
        warnings.warn('gone', stacklevel=2)


def raises():
    note = Note()
    raise ValueError('first')


def thrown():
    def sleeper():
        yield
    sleeper().throw(KeyError('second'))


def named():
    try:
        raises()
    except ValueError as error:
        thrown()


def nameless():
    try:
        raises()
    except ValueError:
        thrown()


def ends():
    try:
        raises()
    except ValueError:
        pass
    print('afterwards')


for function in (named, nameless, ends):
    try:
        function()
    except KeyError as error:
        print(repr(error), repr(error.__context__))
