class A:
    pass


a, b = A(), A()
print(a == a, a == b, a != b, hash(a) == hash(a))
try:
    a < b
except TypeError as error:
    print(error)
try:
    len(a)
except TypeError as error:
    print(error)
try:
    iter(a)
except TypeError as error:
    print(error)
try:
    a[0]
except TypeError as error:
    print(error)
