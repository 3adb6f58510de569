print(list(map(str, [1, 2])), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(filter(None, [0, 1, '', 'a'])), list(filter(lambda x: x > 1, [1, 2, 3])))
m = map(lambda x: print('map', x) or x, [1, 2])
print('lazy')
print(next(m), list(m))
