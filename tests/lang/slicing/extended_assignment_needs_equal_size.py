a = [1, 2, 3, 4]
try:
    a[::2] = [1, 2, 3]
except ValueError as error:
    print(error)
try:
    a[1:2] = 5
except TypeError as error:
    print(error)
print(a)
