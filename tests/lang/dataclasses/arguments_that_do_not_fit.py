from dataclasses import dataclass, field, InitVar
@dataclass
class P:
    flag: int
    value: int = 1
    size: int = field(default=2, kw_only=True)
@dataclass
class Q:
    value: InitVar[int]
    data: int = 3
@dataclass
class R:
    name: InitVar[int] = field(init=False, default=5)
    def __post_init__(self, *args): print('post', args)
@dataclass(slots=True)
class S:
    a: int = field(init=False, default=5)
for make in (lambda: P(1, 2, 3), lambda: P(1, 2, 3, size=1), lambda: P(1, flg=2), lambda: P(1, 2, 3, zzz=1),
             lambda: P(1, flag=2), lambda: P(1, 2, 3, value=1), lambda: P(), lambda: Q(1), lambda: R(), lambda: S()):
    try: print(make())
    except Exception as e: print(type(e).__name__, e)
print(P.__match_args__, Q.__match_args__)
