items = [1, 2, 3, 4, 5, 6]
for x in items:
    if x % 2 == 0:
        items.remove(x)
    print(x, items)
growing = [1]
for x in growing:
    if x < 5:
        growing.append(x + 1)
print(growing)
