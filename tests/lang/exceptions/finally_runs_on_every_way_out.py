def f(how):
    for i in range(3):
        try:
            if how == 'break':
                break
            if how == 'return':
                return 'returned'
            if how == 'continue':
                continue
            if how == 'raise':
                raise KeyError(how)
        finally:
            print(how, i, end='; ')
    return 'end'


for how in ('break', 'return', 'continue', 'none'):
    print(f(how))
try:
    f('raise')
except KeyError as error:
    print(repr(error))
