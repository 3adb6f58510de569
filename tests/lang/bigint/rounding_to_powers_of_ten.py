"""round(n, -digits): the nearest multiple, half to even."""
n = 12345678901234567890123456789
for digits in (0, 1, -1, -5, -10, -28, -29, -30, -10 ** 3):
    print(digits, round(n, digits), round(-n, digits))
print(round(5 * 10 ** 25, -26), round(15 * 10 ** 25, -26), round(25 * 10 ** 25, -26), round(-25 * 10 ** 25, -26))
print(round(2 ** 63 - 1, -1), round(2.5e30), round(1e300) == int(1e300), round(n) is n)
