def describe(value):
    match value:
        case 0 | 1 | 2:
            return 'small'
        case int(n) if n > 100:
            return f'large {n}'
        case -1 | 3.5 | 'x' | b'y' | None | True:
            return 'constant'
        case [('a' | 'b') as letter, 1 | 2 as number]:
            return letter, number
        case {'k': 1 | [1, *_]}:
            return 'k'
        case x if isinstance(x, str) and (y := x.upper()):
            return x, y
        case x:
            return x


for value in (0, 2, True, False, 101, 50, -1, 3.5, 'x', b'y', None, ['a', 2], ['c', 2], {'k': [1, 2]},
              {'k': 1}, {'k': 2}, 'word', ''):
    print(describe(value))


def names_stay_unbound(value):
    match value:
        case [x, y, 3]:
            pass
        case [z]:
            pass
    return sorted(locals())


print(names_stay_unbound([1, 2, 3]), names_stay_unbound([1, 2, 4]), names_stay_unbound([1]))
