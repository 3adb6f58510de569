print(list(), list('abc'), list(range(3)), list({'a': 1, 'b': 2}), list((1, 2)), list(x * 2 for x in [1, 2]))
a = [1, 2]
print(list(a) is a, list(a) == a)
