from dataclasses import *
from dataclasses import dataclass, field
from typing import ClassVar
@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)
    K: ClassVar[int] = 9
    def m(self): return self.x
p = P(1); print(p, p == P(1), p != P(2), p.m(), P.__match_args__, P.y)
for f in (lambda: P(), lambda: P(1,2,3,4), lambda: P(q=1), lambda: P(1, x=2)):
    try: f()
    except TypeError as e: print(e)
try: hash(p)
except TypeError as e: print(e)
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'q'
f = F(1); print(f, hash(f) == hash(F(1)), F(1) < F(2), sorted([F(3), F(1)]), f.__lt__(3))
try: f.a = 2
except FrozenInstanceError as e: print(type(e).__name__, e)
try: del f.a
except FrozenInstanceError as e: print(e)
print(asdict(P(1, z=[F(1)])), astuple(P(1)), replace(f, a=5), [x.name for x in fields(P)], is_dataclass(P), is_dataclass(p), is_dataclass(3))
@dataclass
class B(P):
    w: int = 5
    def __post_init__(self): self.t = self.x + self.w
b = B(1, w=2); print(b, b.t)
@dataclass(kw_only=True)
class KO:
    a: int
    b: int = 1
print(KO(a=1))
try: KO(1)
except TypeError as e: print(e)
try: KO()
except TypeError as e: print(e)
@dataclass
class IV:
    a: int
    s: InitVar[int]
    c: int = field(init=False, default=0, repr=False)
    _: KW_ONLY
    k: int = 3
    def __post_init__(self, s): self.c = s * 2
iv = IV(1, 5); print(iv, iv.c)
try:
    @dataclass
    class Bad:
        a: list = []
except ValueError as e: print(e)
try:
    @dataclass
    class Bad:
        a: int = 1
        b: int
except TypeError as e: print(e)
@dataclass(slots=True)
class S:
    a: int
    b: int = 1
s = S(1); print(s, S.__slots__, hasattr(s, '__dict__'))
try: s.q = 1
except AttributeError as e: print(e)
print(make_dataclass('Q', [('x', int), ('y', int, 5)])(1), P.__doc__)
@dataclass
class Node:
    v: int
    next: 'Node' = None
n = Node(1); n.next = n; print(n)
@dataclass(eq=False)
class NE:
    a: int
print(NE(1) == NE(1), isinstance(hash(NE(1)), int))
match p:
    case P(x=1, y=yy): print('matched', yy)
