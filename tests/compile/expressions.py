"""Module docstring."""
x = 1
y = -1, 1.0, -0.0, True, "s", b"s"
a = x + 2 * x
b = not x and a or y
c = 1 < x < 3
d = x if a else b
e = [x, *y, 3]
f = {x: 1, **d, "k": 2}
g = (x, *y)
h = x[1:2, ::3]
i = (j := x)
x.attr[0] += 1
x.attr -= 2
k, (l, *m), n.o = y
del x, k.p, l[0]
q = x is not None, x not in y
