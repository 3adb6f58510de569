class Base:
    @classmethod
    def make(cls):
        return ['base', cls.__name__]

    @property
    def size(self):
        return 10


class Child(Base):
    @classmethod
    def make(cls):
        return super().make() + ['child']

    @property
    def size(self):
        return super().size + 1


print(Child.make(), Child().size)
