class Left:
    def __sub__(self, other):
        return NotImplemented


class Right:
    def __rsub__(self, other):
        return f'rsub {type(other).__name__}'


print(Left() - Right(), 5 - Right(), 'x' - Right())
try:
    Right() - 5
except TypeError as error:
    print(error)
try:
    Left() + 1
except TypeError as error:
    print(error)
