t = (1, 'a', None)
print(t, (1,), (), len(t), t[1], t + (2,), (0,) * 3, t.index('a'), t.count(1), 'a' in t)
print((1, 2) < (1, 3), (1, 2) == (1, 2), (1, 2) == [1, 2], tuple('ab'), tuple([1]), 1, 2)
