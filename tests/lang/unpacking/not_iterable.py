try:
    a, b = 5
except TypeError as error:
    print(error)
try:
    a, b = None
except TypeError as error:
    print(error)
