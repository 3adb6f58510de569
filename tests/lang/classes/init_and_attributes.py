class Point:
    def __init__(self, x, y=0):
        self.x, self.y = x, y

    def moved(self, dx):
        return Point(self.x + dx, self.y)


p = Point(1)
q = p.moved(4)
q.label = 'new'
print(p.x, p.y, q.x, q.label)
print(q.__dict__, p.__dict__)
