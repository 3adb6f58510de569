class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


a = Noisy('a')
b = a
del a
print('still')
b = None
print('after')
Noisy('temporary')


def f():
    local = Noisy('local')
    print('in f')


f()
