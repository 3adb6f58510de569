class A:
    x = 1

    def f(self):
        pass


a = A()
a.y = 2
print(vars(a), 'x' in dir(a), 'f' in dir(A), 'y' in dir(a), 'zz' in dir(a), [n for n in dir(A) if not n.startswith('_')])
