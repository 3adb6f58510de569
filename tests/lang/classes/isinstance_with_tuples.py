class A:
    pass


class B(A):
    pass


print(isinstance(B(), (int, A)), isinstance(1, (str, bytes)), issubclass(B, (A, int)))
print(issubclass(bool, int), isinstance(3, object), isinstance(A, type))
try:
    isinstance(1, 'int')
except TypeError as error:
    print(error)
