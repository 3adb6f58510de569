print(sum([1, 2, 3]), sum([], 10), sum([0.1] * 10), sum((1.5, 2)), sum([[1], [2]], []), sum(x for x in range(5)))
print(max([3, 7, 5]), min('b', 'a'), max([], default='none'), max(['aa', 'b'], key=len), min({'x': 2, 'a': 5}))
