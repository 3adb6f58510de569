"""Addition and subtraction on both sides of 64 bits."""
top = 2 ** 63 - 1
print(top + 1, top + top, -top - 2, -top - top - 10)
print(top + 1 - 1 == top, (2 ** 64 - 1) - 2 ** 64, 2 ** 64 - 2 ** 64)
print(10 ** 40 + 10 ** 39, 10 ** 40 - 10 ** 39, 10 ** 39 - 10 ** 40)
print(-10 ** 40 + 10 ** 40, -10 ** 40 - 1, 1 - 10 ** 40)
total = 0
for n in range(64):
    total += 1 << n
print(total, total == 2 ** 64 - 1)
