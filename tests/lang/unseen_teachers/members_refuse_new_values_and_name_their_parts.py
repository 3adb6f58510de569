from enum import Enum, IntEnum


class Colour(Enum):
    RED = 1
    BLUE = 2

    def darker(self):
        return f'dark {self.name}'

    @property
    def hex(self):
        return '#ff0000'

    @classmethod
    def first(cls):
        return cls.RED


class Level(IntEnum):
    LOW = 1


print(dir(Colour.RED))
print([name for name in dir(Level.LOW) if not name.startswith('_')][:4])
for attempt in (lambda: setattr(Colour.RED, 'value', 3), lambda: setattr(Colour.RED, 'name', 'x'),
                lambda: delattr(Colour.RED, 'value'), lambda: setattr(Colour, 'RED', 2), lambda: setattr(Level.LOW, 'value', 2),
                lambda: Colour.value, lambda: Colour.RED.BLUE, lambda: Colour.RED.nothing):
    try:
        print(attempt())
    except AttributeError as error:
        print(error)
