def describe(value):
    match value:
        case []:
            return 'empty'
        case [1, 2]:
            return 'one two'
        case [x]:
            return f'only {x}'
        case [1, *middle, 9]:
            return f'between {middle}'
        case (a, (b, c)):
            return f'nested {a} {b} {c}'
        case [_, _, *_]:
            return 'two or more'
        case _:
            return 'other'


for value in ([], (), [1, 2], (1, 2), [5], [1, 9], [1, 5, 6, 9], [1, [2, 3]], (1, 'ab'), [3, 4, 5],
              'ab', b'ab', range(2), range(4), {1, 2}, {1: 2}, iter([1]), None):
    print(describe(value))


class Sequence:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return i


class Items(list):
    def __len__(self):
        print('len')
        return super().__len__()


print(describe(Sequence()), describe(Items([1, 2])))
