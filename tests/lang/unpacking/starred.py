first, *middle, last = range(6)
print(first, middle, last)
*start, end = 'ab'
print(start, end)
only, *none = [1]
print(only, none)
a, (b, *c), d = 1, 'xyz', 2
print(a, b, c, d)
