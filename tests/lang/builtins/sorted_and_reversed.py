data = [('b', 2), ('a', 2), ('c', 1)]
print(sorted(data), sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[1], reverse=True))
print(list(reversed([1, 2, 3])), list(reversed('abc')), list(reversed((1, 2))), sorted({'b': 1, 'a': 2}), sorted('bca', reverse=True))
print(sorted([True, 0, 2]), sorted([[2], [1, 5]]))
