def order(**k):
    return list(k)


print(order(z=1, a=2, m=3))
print(order(**{'q': 1}, b=2, **{'a': 3}))
