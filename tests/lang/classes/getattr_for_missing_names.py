class Lazy:
    known = 1

    def __getattr__(self, name):
        if name.startswith('x'):
            return name * 2
        raise AttributeError(f'no {name}')


l = Lazy()
print(l.known, l.xy)
try:
    l.other
except AttributeError as error:
    print(error)
print(hasattr(l, 'x'), hasattr(l, 'y'), getattr(l, 'q', 'default'))
