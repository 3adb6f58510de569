"""How long a call takes. The clock is virtual: what only computes takes no time."""
import itertools
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _callable(what, name):
    if isinstance(what, str):
        if what == 'pass':
            return lambda: None
        raise NotImplementedError(f'Coroscope does not offer timeit of a text ({what!r}): code is '
                                  'not made while it runs; give a function')
    if not callable(what):
        raise ValueError(f'{name} is neither a string nor callable')
    return what


class Timer:
    """Calls a function many times."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        self._call = _callable(stmt, 'stmt')
        self._prepare = _callable(setup, 'setup')

    def timeit(self, number=default_number):
        self._prepare()
        call, begin = self._call, self.timer()
        for _ in itertools.repeat(None, number):
            call()
        return self.timer() - begin

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        number, steps = 1, itertools.cycle((2, 2.5, 2))
        while True:
            taken = self.timeit(number)
            if callback:
                callback(number, taken)
            if taken >= 0.2 or number >= default_number:
                return number, taken
            number = int(number * next(steps))


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat,
           number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
