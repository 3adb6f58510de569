class Watched(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("bind", key)
        super().__setitem__(key, value)


class Meta(type):
    registry = []

    @classmethod
    def __prepare__(mcs, name, bases):
        return Watched()

    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, dict(namespace))
        mcs.registry.append(cls)
        return cls


class Base(metaclass=Meta):
    first = 1

    def method(self):
        return __class__


class Next(Base):
    second = Base.first + 1


print(Meta.registry, Next().method(), Next.second)
