r = [1, 2]
print([(a, b) for a in r for b in r])
e = enumerate(r)
print(list(e), list(e))
