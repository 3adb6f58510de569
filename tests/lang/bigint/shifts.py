"""Shifts to both sides; those of negative numbers go towards minus infinity."""
print(1 << 100, -1 << 100, 5 << 62, 1 << 63, -1 << 63)
n = 2 ** 100 + 1
print(n >> 1, n >> 100, n >> 101, n >> 10 ** 30, -n >> 1, -n >> 100, -n >> 101, -n >> 10 ** 30)
print(0 << 10 ** 30, (1 << 200) >> 199)
for count in (-1, -10 ** 30, 10 ** 30):
    try:
        print(1 << count)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
