"""// and % follow the sign of the divisor, at any size."""
big = 10 ** 30 + 7
for a in (big, -big):
    for b in (7, -7, 10 ** 20, -10 ** 20, 10 ** 40):
        print(a // b, a % b, divmod(a, b), (a // b) * b + a % b == a)
print(-2 ** 63 // -1, -2 ** 63 % -1, divmod(-2 ** 63, -1))
for make in (lambda: big // 0, lambda: big % 0, lambda: divmod(big, 0), lambda: big / 0):
    try:
        make()
    except ZeroDivisionError as error:
        print(error)
