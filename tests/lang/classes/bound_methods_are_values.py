class Counter:
    def __init__(self):
        self.n = 0

    def up(self, by=1):
        self.n += by
        return self.n


c = Counter()
up = c.up
print(up(), up(5), c.n, up.__self__ is c, up.__func__ is Counter.up)
print(Counter.up(c, 10), c.up == c.up)
