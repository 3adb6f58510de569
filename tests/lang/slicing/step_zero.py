try:
    [1, 2][::0]
except ValueError as error:
    print(error)
try:
    range(1, 2, 0)
except ValueError as error:
    print(error)
