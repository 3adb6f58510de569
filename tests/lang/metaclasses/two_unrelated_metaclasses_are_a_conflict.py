class First(type):
    pass


class Second(type):
    pass


class A(metaclass=First):
    pass


class B(metaclass=Second):
    pass


made = First("Made", (A,), {"x": 1})
print(type(made), made.x, type(type("Again", (A,), {})))


def function(name, bases, namespace):
    print(name, bases, namespace["x"])
    return type(name, bases, namespace)


class C(metaclass=function):
    x = 1


print(type(C))


class D(A, B):
    pass
