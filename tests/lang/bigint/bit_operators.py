"""& | ^ ~ see negative numbers as an endless row of ones on the left."""
a, b = 2 ** 80 + 2 ** 5, 2 ** 70 - 1
for x in (a, -a):
    for y in (b, -b, 0, -1):
        print(x & y, x | y, x ^ y)
print(~a, ~-a, ~(2 ** 63), ~(2 ** 63 - 1), a & 0xFF, -a & (2 ** 64 - 1))
print(True & a, False | a, True ^ -a)
