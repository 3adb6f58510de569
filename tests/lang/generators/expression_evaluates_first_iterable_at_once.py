try:
    g = (x for x in None)
except TypeError as error:
    print(error)
g = (x / y for x in [1, 2] for y in [0])
print('made')
try:
    next(g)
except ZeroDivisionError as error:
    print(error)
