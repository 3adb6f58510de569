class A:
    pass


class B(A):
    pass


try:
    class C(A, B):
        pass
except TypeError as error:
    print(str(error).splitlines()[0])
