"""list() asks for the length first; a TypeError only means that it is not known."""


class Untold:
    def __len__(self):
        print('asked')
        raise TypeError('no length')

    def __iter__(self):
        return iter([1, 2])


class Odd(Untold):
    def __len__(self):
        print('asked')
        return 'two'


class Broken(Untold):
    def __len__(self):
        raise ValueError('broken')


for kind in (Untold, Odd, Broken):
    for function in (list, tuple, sorted, set, lambda items: [*items], lambda items: [0].extend(items)):
        try:
            print(function(kind()))
        except ValueError as error:
            print('ValueError:', error)
