class Boasts:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        print('asked')
        return self.length

    def __iter__(self):
        return iter('ab')


class Hints:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration

    def __length_hint__(self):
        return 2 ** 63 - 1


def tell(what):
    try:
        print(what())
    except (MemoryError, ValueError, OverflowError) as error:
        print(type(error).__name__, error.args)


def extended(items):
    made = []
    made.extend(items)
    return made


for length in 2, -1, 2 ** 60, 2 ** 63 - 1, 2 ** 63:
    tell(lambda: list(Boasts(length)))
    tell(lambda: tuple(Boasts(length)))
    tell(lambda: sorted(Boasts(length)))
    tell(lambda: [*Boasts(length)])
    tell(lambda: extended(Boasts(length)))
tell(lambda: list(Hints()))
