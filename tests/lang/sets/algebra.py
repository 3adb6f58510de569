a, b = {1, 2, 3}, {3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
print(a.union([9], (8,)) == {1, 2, 3, 8, 9}, a.intersection([2, 7]), a.difference([1]), a.isdisjoint({5}))
print({1} <= a, {1} < {1}, a >= {2, 3}, a == {3, 2, 1}, a.issubset(range(5)), a.issuperset([1]))
