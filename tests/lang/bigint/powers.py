"""** with large results, negative exponents and bases of every sign."""
print(2 ** 64, (-2) ** 65, 3 ** 80, (-3) ** 81, 10 ** 25)
print(0 ** 2 ** 70, 1 ** 2 ** 70, (-1) ** 2 ** 70, (-1) ** (2 ** 70 + 1))
print((10 ** 20) ** -1, (10 ** 30) ** 0, (2 ** 70) ** 2 == 2 ** 140)
print(2.0 ** 100, (2 ** 100) ** 0.5, 4 ** -2)
try:
    (10 ** 400) ** -1
except OverflowError as error:
    print(error)
