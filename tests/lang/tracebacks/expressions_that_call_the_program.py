errors = []


def attempt(function, *args):
    try:
        function(*args)
    except Exception as error:
        errors.append(error)



class Fragile:
    def __add__(self, other):
        return self.sum

    def __getitem__(self, key):
        return key.x

    def __setitem__(self, key, value):
        return key.x

    def __delitem__(self, key):
        return key.x

    def __contains__(self, item):
        raise ValueError(item)

    def __bool__(self):
        raise ValueError('bool')

    def __iter__(self):
        raise ValueError('iter')

    def __eq__(self, other):
        raise ValueError('eq')

    def __repr__(self):
        raise ValueError('repr')

    def __call__(self):
        raise ValueError('call')

    def __enter__(self):
        raise ValueError('enter')

    def __exit__(self, *args):
        pass

    @property
    def size(self):
        raise ValueError('size')


def run(case, o):
    if case == 0:
        return 1, o + 2
    if case == 1:
        o[5]
    if case == 2:
        o[5] = 1
    if case == 3:
        del o[5]
    if case == 4:
        return 5 in o
    if case == 5:
        return not o
    if case == 6:
        for x in o:
            pass
    if case == 7:
        return o == 1 or 2
    if case == 8:
        return f'<{o}>'
    if case == 9:
        o()
    if case == 10:
        with o as x:
            pass
    if case == 11:
        return o.size + 1
    if case == 12:
        return [*o]


for case in range(13):
    attempt(run, case, Fragile())
raise ExceptionGroup('calls of the program', errors)
