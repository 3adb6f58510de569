from enum import *
import enum
class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    def describe(self): return f'{self.name}={self.value}'
    @property
    def hexa(self): return hex(self.value)
    @classmethod
    def default(cls): return cls.RED
print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color['GREEN'], list(Color), len(Color), Color.CRIMSON is Color.RED, Color.RED in Color, 2 in Color, 7 in Color, Color.GREEN.describe(), Color.GREEN.hexa, Color.default())
print(Color, type(Color.RED), isinstance(Color.RED, Color), dict(Color.__members__), Color.RED == 1, Color.RED == Color.RED, {Color.RED: 'a'}, f'{Color.RED}', f'{Color.RED!r}', f'{Color.RED:>12}')
for f in (lambda: Color(9), lambda: Color['X'], lambda: setattr(Color, 'RED', 5), lambda: Color.RED < Color.GREEN, lambda: Color.NOPE):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class A(Enum):
    X = auto(); Y = auto(); Z = 10; W = auto()
print([m.value for m in A])
class I(IntEnum):
    LOW = 1; HIGH = 5
print(I.LOW, repr(I.LOW), I.LOW + 1, I.LOW < I.HIGH, I.LOW == 1, sorted([I.HIGH, I.LOW]), f'{I.HIGH}', int(I.HIGH), '%d' % I.HIGH, max(I))
class S(StrEnum):
    A = auto(); B = 'bee'
print(S.A, repr(S.A), S.B == 'bee', S.A.upper(), f'{S.B}', S('bee'))
class Old(str, Enum):
    A = 'a'
print(Old.A, repr(Old.A), Old.A == 'a', f'{Old.A}', Old.A.value)
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
rw = Perm.R | Perm.W
print(rw, repr(rw), Perm.R in rw, Perm.X in rw, list(rw), ~Perm.R, Perm.R & Perm.W, repr(Perm(0)), bool(Perm.R & Perm.W), repr(Perm.R ^ rw), repr(Perm.R|Perm.X), list(Perm), len(rw), Perm.RW is rw)
try: Perm(64)
except ValueError as e: print(e)
class IF(IntFlag):
    A = 1; B = 2
print(IF.A | IF.B, repr(IF.A | IF.B), IF.A | 8, repr(IF(9)), IF.A == 1)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (6.4, 3.39)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
print(Planet.EARTH.mass, Planet.MARS, repr(Planet.MARS))
Animal = Enum('Animal', 'ANT BEE'); print(list(Animal), Animal.ANT.value, Animal('x') if False else '')
try:
    @unique
    class D(Enum):
        A = 1; B = 1
except ValueError as e: print(e)
try:
    class Ext(Color): Q = 5
except TypeError as e: print(e)
class M(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A
print(M(77))
class N(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    FOO = auto()
print(N.FOO.value)
class Co(Enum):
    def __new__(cls, v, label):
        o = object.__new__(cls); o._value_ = v; o.label = label; return o
    P = (1, 'pp')
print(Co.P.label, Co.P.value, Co(1))
match Color.RED:
    case Color.GREEN: print('g')
    case Color.RED: print('r')
import copy; print(copy.copy(Color.RED) is Color.RED, copy.deepcopy([Color.RED])[0] is Color.RED, hash(Color.RED) == hash('RED'))
print([c.name for c in reversed(Color)], Color.__name__, Color.RED.__class__, bool(Color.RED))
