class Meta(type):
    def __eq__(cls, other):
        return 'meta equal'


class A(metaclass=Meta):
    pass


class B(A):
    pass


try:
    class C(A, B):
        pass
except TypeError as e:
    print(e)


class Inventive(type):
    def __getattr__(cls, name):
        return 'made up ' + name


class D(metaclass=Inventive):
    pass


print(D | int, int | D, D.anything)
