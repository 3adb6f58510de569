"""Methods found in base classes, super(), class attributes, isinstance."""


class Shape:
    sides = 0

    def __init__(self, name):
        self.name = name

    def area(self):
        return 0

    def weight(self):
        return self.area() * 2 + self.sides


class Box(Shape):
    sides = 4

    def __init__(self, name, width, height):
        super().__init__(name)
        self.width, self.height = width, height

    def area(self):
        return super().area() + self.width * self.height


class Square(Box):
    def __init__(self, name, width):
        super().__init__(name, width, width)


def main():
    total = boxes = 0
    shapes = [Square('square', number % 9) if number & 1 else Box('box', number % 7, 3)
              for number in range(10_000)]
    for _ in range(3):
        for shape in shapes:
            total += shape.weight()
            if isinstance(shape, Square):
                boxes += shape.sides
    print(total, boxes)


main()
