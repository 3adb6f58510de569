from typing import Generic, ParamSpec, Protocol, TypeVar, TypeVarTuple

T = TypeVar('T')
U = TypeVar('U')
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')


class Pair(Generic[T, U]):
    pass


class Box[X]:
    pass


class Table[K, V = int]:
    pass


class Row(Generic[T, *Ts]):
    pass


class Half(Pair[T, int]):
    pass


class Reader(Protocol[T]):
    pass


class Call(Generic[P]):
    pass


class Whole(Pair[int, str]):
    pass


for attempt in (lambda: Pair[int], lambda: Pair[int, str], lambda: Pair[int, str, int], lambda: Box[int, str], lambda: Box[int],
                lambda: Table[int], lambda: Table[int, str], lambda: Table[int, str, int], lambda: Table[()], lambda: Row[int],
                lambda: Row[int, str, int], lambda: Row[()], lambda: Half[int], lambda: Half[int, str], lambda: Reader[int, str],
                lambda: Call[[int]], lambda: Pair[T, int][str], lambda: Box[()], lambda: Generic[int], lambda: Generic[T, T],
                lambda: Generic[()], lambda: Protocol[int], lambda: Whole[int], lambda: Box[int]()):
    try:
        print(str(attempt()).split(' at ')[0])
    except TypeError as error:
        print(error)
