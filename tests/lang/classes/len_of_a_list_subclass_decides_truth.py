"""Lists have no __bool__: a subclass with its own __len__ is true or false by that."""


class Full(list):
    def __len__(self):
        print('asked')
        return 3


class Hollow(dict):
    def __len__(self):
        return 0


class Silent(str):
    def __len__(self):
        return 0


print(bool(Full()), not Full(), 'yes' if Full() else 'no')
print(bool(Hollow(a=1)), bool(Silent('text')), Hollow(a=1) or 'empty')
for value in ([], (), {}, set(), '', b'', frozenset()):
    print(type(value).__name__, hasattr(value, '__bool__'), hasattr(value, '__len__'))
print(hasattr(range(3), '__bool__'), hasattr(5, '__bool__'), hasattr(None, '__bool__'), hasattr(1.5, '__invert__'))
