"""StopIteration from the function of map() or filter() ends the iterator, for whoever drives it."""


def stop(value):
    raise StopIteration(value)


class Stops:
    def __bool__(self):
        raise StopIteration


def attempt(what, work):
    try:
        print(what, work())
    except Exception as error:
        print(what, type(error).__name__, error)


def loop():
    for _ in map(stop, [1]):
        print('never')
    else:
        return 'ended'


attempt('list', lambda: list(map(stop, [1])))
attempt('half', lambda: list(map(lambda v: v if v < 3 else stop(v), range(9))))
attempt('sum', lambda: sum(map(stop, [1])))
attempt('star', lambda: [*map(stop, [1])])
attempt('loop', loop)
attempt('next', lambda: next(map(stop, [1])))
attempt('next with a default', lambda: next(map(stop, [1]), 'none'))
attempt('filter', lambda: list(filter(stop, [1])))
attempt('truth', lambda: list(filter(None, [1, Stops(), 2])))
attempt('max', lambda: max(map(stop, [1])))
attempt('two maps', lambda: list(map(str, map(stop, [1]))))
attempt('generator', lambda: list(stop(v) for v in [1]))
