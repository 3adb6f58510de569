f()
f(1, a=2)
f(*a, b, c=1, **d)
o.m(1)
o.m(
    x
).n(y=1)
print(f"{x!r:>{w}} and {y}", f"{z}")
