class Slim:
    __slots__ = ('a', 'b')

    def __init__(self):
        self.a = 1


s = Slim()
print(s.a)
try:
    s.c = 1
except AttributeError as error:
    print(error)
try:
    s.b
except AttributeError as error:
    print(error)
s.b = 2
print(s.b, hasattr(s, '__dict__'))
