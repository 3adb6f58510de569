"""The quotient of two large ints is the nearest float."""
print(10 ** 30 / 3, 10 ** 400 / 10 ** 399, 1 / 10 ** 30, -7 / 2 ** 1070)
print((2 ** 53 + 1) / 1, (2 ** 54 + 2) / 2, 5 / (3 * 2 ** 1074), 3 ** 400 / 2 ** 600)
print(1 / 10 ** 400, -1 / 10 ** 400, 0 / 10 ** 400)
for a, b in ((10 ** 400, 3), (-10 ** 400, 7)):
    try:
        print(a / b)
    except OverflowError as error:
        print(error)
