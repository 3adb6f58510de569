s = {3, 1, 2, 1}
s.add(5)
s.add(3)
s.discard(99)
s.remove(1)
print(s, len(s), 2 in s, 9 not in s, bool(set()), set())
try:
    s.remove(42)
except KeyError as error:
    print(repr(error))
