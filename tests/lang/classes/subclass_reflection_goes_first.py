class A:
    def __add__(self, other):
        return 'A.add'


class B(A):
    def __radd__(self, other):
        return 'B.radd'


print(A() + B(), B() + A(), A() + A())
