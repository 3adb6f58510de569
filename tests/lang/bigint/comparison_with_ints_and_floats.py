"""Order is exact, also between large ints and floats."""
big = 10 ** 22
print(big == 1e22, big + 1 == 1e22, big + 1 > 1e22, 10 ** 23 == 1e23, 10 ** 23 < 1e23)
print(2 ** 63 > 2 ** 63 - 1, 2 ** 63 == 9223372036854775807, -2 ** 63 - 1 < -2 ** 63)
print(2 ** 100 < float('inf'), -2 ** 100 > float('-inf'), 2 ** 100 == float('nan'))
print(2 ** 100 != float('nan'), 2 ** 100 < float('nan'), 10 ** 400 > 1e308, -10 ** 400 < -1e308)
print(max(10 ** 30, 1e29), min(-10 ** 30, -1e31), sorted([10 ** 20, -10 ** 20, 3, 10 ** 19, 1e19, True]))
print(sorted([2 ** 64, 2 ** 63, 2 ** 65, -2 ** 64, 5], reverse=True))
