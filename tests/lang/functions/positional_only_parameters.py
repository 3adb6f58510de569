def divide(a, b, /, digits=2):
    return round(a / b, digits)


print(divide(1, 3))
print(divide(1, 3, digits=4))
try:
    divide(a=1, b=3)
except TypeError as error:
    print(error)
