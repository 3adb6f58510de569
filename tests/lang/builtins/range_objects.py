r = range(2, 20, 3)
print(list(r), len(r), r[1], r[-1], 8 in r, 9 in r, r.index(11), r[1:3], r[::-1], list(reversed(range(3))))
print(range(5), range(1, 5), range(0, 10, 2), range(3) == range(0, 3), bool(range(0)), range(10).stop, list(range(5, 0, -2)))
