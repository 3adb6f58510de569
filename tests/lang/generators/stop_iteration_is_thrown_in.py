"""A StopIteration from outside: before the start it passes, at `yield from` it is the delegate's end."""


def plain():
    yield 1


def delegating():
    result = yield from (3, 1, 2)
    print('the delegate ended with', result)
    return 7


class WithThrow:
    def __iter__(self):
        return self

    def __next__(self):
        return 'item'

    def throw(self, *args):
        raise StopIteration('thrown')


def asking():
    print('got', (yield from WithThrow()))
    yield 'more'


def attempt(function, *args):
    try:
        print('value', function(*args))
    except Exception as error:
        print(repr(error), repr(error.__context__), repr(error.__cause__))


fresh = plain()
attempt(fresh.throw, StopIteration(3))
attempt(next, fresh)
started = plain()
next(started)
attempt(started.throw, StopIteration(4))
busy = delegating()
next(busy)
attempt(busy.throw, StopIteration(5))
busy = delegating()
next(busy)
attempt(busy.throw, ValueError(6))
asked = asking()
next(asked)
attempt(asked.throw, ValueError(7))
attempt(next, asked)
