def f():
    def g():
        return z
    g()
    z = 1
f()
