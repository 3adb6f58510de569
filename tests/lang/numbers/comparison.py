print(1 < 2.5, 1 == 1.0, True == 1, 2 > True, 0.0 == -0.0, float('nan') == float('nan'), float('inf') > 10 ** 18)
print(max(1, 2.5, True), min(3, 1, 2), 1 != 1.0)
