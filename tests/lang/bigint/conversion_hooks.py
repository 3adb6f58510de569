"""__index__, __int__ and __float__ may give large ints."""
import operator

class Huge:
    def __index__(self):
        return 2 ** 100

class Whole:
    def __int__(self):
        return -3 ** 70

print(operator.index(Huge()), int(Huge()), hex(Huge()), float(Huge()), int(Whole()), '%x' % Huge(), '%d' % Whole())
print(pow(2, 100) == operator.index(Huge()), list(range(3))[:Huge()], round(Whole.__int__(None), -30))
for call in (lambda: [1][Huge()], lambda: 'a' * Huge(), lambda: operator.index(1.5)):
    try:
        print(call())
    except (IndexError, OverflowError, TypeError) as error:
        print(type(error).__name__, error)
