"""Multiplication grows without an end, with the right sign."""
print(4294967296 * 4294967296, -4294967296 * 4294967296)
print((10 ** 25 + 1) * (10 ** 25 - 1))
print((-(10 ** 25)) * (-(10 ** 25)) == 10 ** 50, 0 * 10 ** 50, 10 ** 50 * -1)
n = 1
for k in range(1, 41):
    n *= k
    if k % 10 == 0:
        print(k, n)
