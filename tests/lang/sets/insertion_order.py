s = set()
for x in (5, 'b', 1, 'a', 5):
    s.add(x)
print(s, list(s))
s.discard('b')
s.add('b')
print([x for x in s])
print({x % 3 for x in range(7)})
