class Dog:
    kind = 'canine'
    tricks = []

    def __init__(self, name):
        self.name = name


a, b = Dog('a'), Dog('b')
a.tricks.append('roll')
a.kind = 'mine'
print(a.kind, b.kind, Dog.kind, b.tricks)
del a.kind
print(a.kind)
