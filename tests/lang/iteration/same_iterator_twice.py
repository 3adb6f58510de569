it = iter(range(5))
for x in it:
    print(x, next(it, None))
