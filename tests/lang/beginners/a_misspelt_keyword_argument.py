def f(name): pass
f(nmae=1)
