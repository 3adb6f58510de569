class Part:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def outer(second, first, *rest):
    zebra = ant = 1

    def inner():
        return zebra, first, ant, second, rest

    class Between:
        def method(self):
            return __class__, second, first

    print(inner.__code__.co_freevars)
    print(Between.method.__code__.co_freevars)
    return outer.__code__.co_cellvars


def make():
    b, a = Part('b'), Part('a')

    def use():
        return b, a

    use.mark = Part('attribute')
    return use


print(outer(1, 2))
make()
print('end')
