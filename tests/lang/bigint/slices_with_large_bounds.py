"""Slices clamp whatever is too large."""
big = 10 ** 30
items = [0, 1, 2, 3, 4]
print(items[:big], items[-big:], items[big:], items[::big], items[::-big], 'hello'[-big:big:2], b'abc'[:-big])
print(slice(1, big).indices(5), slice(-big, big, 2).indices(4), slice(None, None, -2).indices(4))
print(range(10)[:big], range(10)[-big::3], big in range(3), range(3).count(big), 1 in range(3))
items[big:] = ['end']
print(items)
