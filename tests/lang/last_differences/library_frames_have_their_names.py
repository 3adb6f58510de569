import datetime
import functools
import string
import time
import traceback


class Shape:
    @functools.singledispatchmethod
    def area(self, x):
        raise KeyError('area')


@functools.total_ordering
class Least:
    def __eq__(self, other):
        return True

    def __lt__(self, other):
        raise KeyError('less')


@functools.total_ordering
class Most:
    def __ge__(self, other):
        return other


def attempt(f):
    try:
        f()
    except Exception as e:
        frames = traceback.extract_tb(e.__traceback__)
        print(type(e).__name__, e, [frame.name for frame in frames])


attempt(lambda: Shape().area(1))
attempt(lambda: Shape().area())
attempt(lambda: datetime.datetime.strptime('a', '%Y'))
attempt(lambda: datetime.datetime.strptime('2020x', '%Y'))
attempt(lambda: time.strptime('a', '%Y'))
attempt(lambda: string.Template('$').substitute())
attempt(lambda: string.Template('$a').substitute())
attempt(lambda: string.Template('${').substitute(a=1))
attempt(lambda: Least() <= Least())
attempt(lambda: Least() >= Least())
attempt(lambda: Least() > Least())
print(Most() > 1, Most() < 1, Most() <= 0, Most() >= 5, Least.__gt__.__name__)
