class Odd(Exception):
    def __new__(cls, *args):
        return 3


def waits():
    try:
        yield
    except TypeError as error:
        print("inside:", error)
        yield 5


async def later():
    try:
        yield 1
    except TypeError as error:
        print("inside:", error)
        yield 2


for action in (lambda: exec_raise(Odd), lambda: exec_raise(Odd, "x")):
    def exec_raise(cls, *args):
        raise cls(*args) if args else cls

    try:
        action()
    except TypeError as error:
        print(error)
try:
    raise ValueError("v") from Odd
except TypeError as error:
    print(error)

generator = waits()
next(generator)
print(generator.throw(Odd))
source = later()
for step in (lambda: source.asend(None), lambda: source.athrow(Odd)):
    try:
        step().send(None)
    except StopIteration as end:
        print(end.value)
generator = waits()
try:
    generator.throw(Odd)
except TypeError as error:
    print(error)
