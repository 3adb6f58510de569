"""Equal numbers are one key, whatever their type and size."""
print(hash(2 ** 61 - 1), hash(2 ** 61), hash(-2 ** 61), hash(2 ** 200), hash(-10 ** 50))
print(hash(2 ** 100) == hash(2.0 ** 100), hash(10 ** 22) == hash(1e22))
table = {2 ** 64: 'a', 2 ** 65: 'b'}
table[2.0 ** 64] = 'c'
table[1 << 66] = 'd'
print(table, 2 ** 66 in table, len({10 ** 20, 10 ** 20 + 0, 1e20}))
