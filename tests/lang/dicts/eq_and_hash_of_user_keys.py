class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 2

    def __eq__(self, other):
        return self.n == other.n


d = {Key(1): 'one', Key(3): 'three', Key(2): 'two'}
print(d[Key(3)], d[Key(1)], Key(5) in d, len(d))
d[Key(1)] = 'uno'
del d[Key(3)]
print([(k.n, v) for k, v in d.items()])
