"""Where a large int cannot be an index, a count or a size."""
big = 10 ** 30
cases = [lambda: [1][big], lambda: 'a'[big], lambda: (1,)[-big], lambda: b'a'[big], lambda: 'a' * big,
         lambda: [1] * -big, lambda: (1,) * big, lambda: bytes(big), lambda: bytes([big]), lambda: chr(big),
         lambda: 'a'.center(big), lambda: 'a'.ljust(big), lambda: [].insert(big, 1), lambda: [1].pop(big),
         lambda: 'abc'.replace('a', 'b', big), lambda: 'a b'.split(' ', big), lambda: range(3)[big],
         lambda: [1].index(1, big), lambda: 'abc'.find('a', big), lambda: 'abc'.count('a', -big, big)]
for number, case in enumerate(cases):
    try:
        print(number, case())
    except (IndexError, OverflowError, ValueError) as error:
        print(number, type(error).__name__, error)
