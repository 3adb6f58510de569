from collections import ChainMap, UserDict, UserString


def attempt(*uses):
    for use in uses:
        try:
            print(use())
        except Exception as error:
            print(f'{type(error).__name__}: {error}')


class Loud(UserString):
    pass


loud = Loud('abc')
attempt(lambda: loud.upper(), lambda: type(loud.upper()).__name__, lambda: loud.find(UserString('c')), lambda: loud % (),
        lambda: loud.split('b'), lambda: loud.join(['x', 'y']), lambda: int(UserString('12')), lambda: float(UserString('1.5')),
        lambda: UserString('%d!') % 5, lambda: loud.replace('a', UserString('z')), lambda: UserString.maketrans('a', 'b'),
        lambda: loud.translate({97: 'z'}), lambda: loud.startswith('a'), lambda: loud.encode(), lambda: loud.partition('b'),
        lambda: loud.index('z'), lambda: loud.nothing)
print(ChainMap.fromkeys('ab', 1), UserDict.fromkeys('ab', 1), UserDict.fromkeys('a'))
