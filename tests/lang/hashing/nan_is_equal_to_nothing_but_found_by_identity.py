# Containers look at identity first; the hash of a NaN is that of the object.
n, m = float('nan'), float('nan')
print(n == n, n is n, n in [n], m in [n], [n] == [n], [n] == [m], (n,) == (n,))
print({n: 1} == {n: 1}, {n: 1} == {m: 1}, {n} == {n}, {n} == {m})
print(hash(n) == hash(n), hash(n) == hash(m), hash((n,)) == hash((n,)), hash((n,)) == hash((m,)))
d = {n: 1}
print(d[n], n in d, m in d, float('nan') in d)
print(len({n, n, m}), len({float('nan') for _ in range(3)}), len({n for _ in range(3)}))
print([n, m].index(m), [n, m, n].count(n), [n] < [n], [n] <= [n], [n, 1] < [n, 2], [n, 1] < [m, 2])
print(max([n, 1]), min([1, n]), sorted([3, n, 1]))
c, other = complex(float('nan'), 1), complex(float('nan'), 1)
print(c == c, c in {c}, hash(c) == hash(c), hash(c) == hash(other), len({c, other, c}))
i = complex(1, float('nan'))
print(hash(i) == hash(i), hash(i) == hash(complex(1, float('nan'))), hash(complex(float('inf'), 0)) == hash(float('inf')))


class Own(float):
    pass


x = Own('nan')
print(hash(x) == hash(x), hash(x) == hash(Own('nan')), len({x, x, Own('nan')}))
