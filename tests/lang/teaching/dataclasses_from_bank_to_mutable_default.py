from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, KW_ONLY, make_dataclass, InitVar
from typing import ClassVar, Optional
from functools import total_ordering

@dataclass
class Account:
    owner: str
    balance: float = 0.0
    history: list[str] = field(default_factory=list, repr=False)
    bank: ClassVar[str] = "First"
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"bad amount: {amount!r}")
        self.balance += amount
        self.history.append(f"+{amount:,.2f}")
        return self

@dataclass(frozen=True, order=True, slots=True)
class Version:
    major: int
    minor: int = 0
    tag: str = field(default="", compare=False)
    def __str__(self):
        return f"{self.major}.{self.minor}"

@dataclass
class Point3:
    x: int
    _: KW_ONLY
    y: int = 2
    scale: InitVar[int] = 3
    z: int = field(init=False)
    def __post_init__(self, scale):
        self.z = self.x * scale

a = Account("Ann").deposit(10).deposit(2500.5)
print(a, a.history, asdict(a), astuple(a))
print(replace(a, owner="Bob"))
try:
    a.deposit(-1)
except ValueError as e:
    print("error:", e)
v = Version(3, 13, "x")
print(v, repr(v), v > Version(3, 2), sorted([Version(2), Version(1, 5), v]), hash(v) == hash(Version(3, 13)))
try:
    v.major = 4
except FrozenInstanceError as e:
    print(type(e).__mro__[1].__name__, e)
print([f.name for f in fields(Point3)], Point3(1, y=5, scale=10), Point3.__match_args__)
try:
    Point3(1, 2)
except TypeError as e:
    print(e)
P = make_dataclass("P", ["a", ("b", int), ("c", int, field(default=7))])
print(P(1, 2), P.__annotations__)
print(Account.__doc__, Version.__slots__, hasattr(v, "__dict__"))
match v:
    case Version(3, m):
        print("three", m)
@dataclass
class Bad:
    items: list = []
