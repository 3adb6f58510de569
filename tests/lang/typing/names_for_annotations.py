from typing import *

T = TypeVar('T')
def f(a: List[int], b: Dict[str, Any], c: Optional[int]=None) -> Union[int, str]: ...
print(f.__annotations__)
print(Optional[int], Union[int, None, str], Callable[[int], str], Callable[..., int], Tuple[int, ...], Literal['a', 1], List[T][int], Any, NoReturn, ClassVar[int], Type[int], Awaitable[int], Iterable[str])
class P(NamedTuple):
    x: int
    y: int = 3
    def s(self): return self.x + self.y
p = P(1); print(p, p.s(), P._fields, isinstance(p, tuple), P.__annotations__)
class M(TypedDict, total=False):
    a: int
m = M(a=1); print(m, M.__annotations__, type(m))
class Box(Generic[T]):
    def __init__(self, v: T): self.v = v
b = Box[int](5); print(b.v, Box[int])
class Dog(Protocol):
    def bark(self) -> str: ...
@runtime_checkable
class Quack(Protocol):
    def quack(self): ...
class D:
    def quack(self): pass
print(isinstance(D(), Quack), isinstance(1, Quack))
try: Dog()
except TypeError as e: print(e)
UserId = NewType('UserId', int); print(UserId(5), UserId)
print(cast(int, 'a'), get_type_hints(f) == f.__annotations__, get_origin(List[int]), get_args(Dict[str,int]), list[int], dict[str, list[int]], int | None)
@overload
def g(a: int) -> int: ...
def g(a): return a
print(g(3), T, TypeVar('K', covariant=True))
P2 = ParamSpec('P2'); print(P2, Callable[P2, T])
