d = {}
for key in 'hello':
    d[key] = d.get(key, 0) + 1
print(d)
del d['h']
d['h'] = 0
print(d, list(d)[-1])
for i in range(100):
    d[i] = i
for i in range(99):
    del d[i]
print(d)
