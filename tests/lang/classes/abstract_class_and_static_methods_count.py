import inspect
from abc import ABC, abstractmethod


class Shape(ABC):
    @classmethod
    @abstractmethod
    def unit(cls): ...

    @staticmethod
    @abstractmethod
    def sides(): ...

    @property
    @abstractmethod
    def area(self): ...

    @classmethod
    def plain(cls):
        return cls.__name__


for cls in (Shape, type("Half", (Shape,), {"area": 1, "sides": staticmethod(lambda: 4)})):
    try:
        cls()
    except TypeError as error:
        print(error)
    print(sorted(cls.__abstractmethods__), inspect.isabstract(cls))


class Square(Shape):
    area = 4

    @classmethod
    def unit(cls):
        return cls()

    @staticmethod
    def sides():
        return 4


print(Square.unit().sides(), Square.plain(), inspect.isabstract(Square))
print([Shape.__dict__[name].__isabstractmethod__ for name in ("unit", "sides", "area", "plain")])
