a = [1, [2, (3,), {'k': {4}}], 'x', b'y', None, 1.5, (), [], {}]
print(a)
loop = [1]
loop.append(loop)
print(loop)
d = {}
d['self'] = d
print(d, (loop,))
