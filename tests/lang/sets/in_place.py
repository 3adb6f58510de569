s = {1}
s |= {2, 3}
s.update([4], (5,))
s -= {1}
s &= {2, 3, 4}
s ^= {4, 6}
print(sorted(s))
t = s.copy()
t.clear()
print(len(s), len(t))
