# limit: any
print(sorted(x for x in iter(int, 1)))
