class Guard:
    def __setattr__(self, name, value):
        print('set', name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print('del', name)
        super().__delattr__(name)


g = Guard()
g.a = 1
g.a += 1
setattr(g, 'b', 3)
del g.a
print(g.__dict__)
