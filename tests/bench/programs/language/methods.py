"""Instances: attributes, methods, properties, operators of a class."""


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def dot(self, other):
        return self.x * other.x + self.y * other.y

    @property
    def size(self):
        return self.x * self.x + self.y * self.y


def main():
    total, place, step = 0, Vector(0, 0), Vector(1, 2)
    for _ in range(40_000):
        place = place + step
        total += place.dot(step) % 7 + place.size % 5
    print(total, place.x, place.y)


main()
