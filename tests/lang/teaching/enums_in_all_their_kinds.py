from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique, member, nonmember, verify, CONTINUOUS, EnumMeta
class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1
    def describe(self):
        return f"{self.name.lower()} is {self.value}"
    @classmethod
    def default(cls):
        return cls.GREEN
    @property
    def hot(self):
        return self is Color.RED
print(list(Color), Color.CRIMSON, Color(1), Color["BLUE"], Color.RED.describe(), Color.default(), Color.RED.hot)
print(Color.__members__)
print(len(Color), Color.RED in Color, 2 in Color, isinstance(Color.RED, Color), repr(Color.RED), str(Color.RED), f"{Color.RED:>12}|")
for bad in (lambda: Color(9), lambda: Color["PINK"], lambda: Color.PINK, lambda: setattr(Color, "RED", 5), lambda: Color.RED < Color.BLUE, lambda: Color()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
p = Perm.R | Perm.X
print(p, repr(p), p.value, Perm.R in p, list(p), ~p, Perm(0), Perm.RW & Perm.W, bool(Perm(0)), len(p), Perm(7))
class N(IntEnum):
    ONE = 1
    TWO = 2
print(N.ONE + 1, N.TWO > N.ONE, N.ONE == 1, f"{N.ONE}", f"{N.TWO:03d}", [10, 20, 30][N.ONE], str(N.ONE), repr(N.TWO), max(N))
class Level(StrEnum):
    LOW = auto()
    HIGH = auto()
print(Level.LOW, Level.LOW == "low", Level.HIGH.upper(), f"{Level.HIGH!r}", Level("high"))
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius ** 2, 2)
print([(x.name, x.gravity) for x in Planet], Planet.EARTH.value)
class Ord(Enum):
    def __lt__(self, other):
        return self.value < other.value if self.__class__ is other.__class__ else NotImplemented
    A = 2
    B = 1
print(sorted(Ord), min(Ord))
Anim = Enum("Anim", "ANT BEE CAT")
print(list(Anim), Anim.BEE.value, Anim.__name__)
class Weekday(Enum):
    MON = 1
    def __missing_(self): pass
    @classmethod
    def _missing_(cls, value):
        return cls.MON if value == "mon" else None
print(Weekday("mon"))
try:
    Weekday("x")
except ValueError as e:
    print(e, repr(e.__context__))
class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return name.title() + str(count)
    X = auto()
    Y = auto()
print([a.value for a in Auto])
print(Color.RED.__class__, type(Color), Color.RED.name, dir(Color)[:3])
try:
    class Sub(Color):
        pass
except TypeError as e:
    print(e)
@unique
class U(Enum):
    A = 1
    B = 1
