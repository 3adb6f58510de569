class Base:
    def __init__(self, name):
        self.name = name
        print('Base', name)

    def describe(self):
        return 'base ' + self.name


class Child(Base):
    def __init__(self, name, age):
        super().__init__(name)
        self.age = age

    def describe(self):
        return f'{super().describe()} aged {self.age}'


print(Child('kim', 4).describe())
print(issubclass(Child, Base), isinstance(Child('x', 1), Base), Child.__bases__ == (Base,))
