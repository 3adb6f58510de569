"""Stock keeping with generics, flags, slots and asynchronous generators."""
import asyncio
import copy
import sys
import time
from collections.abc import AsyncIterator, Callable, Hashable, Iterator, Mapping, MutableMapping
from contextlib import aclosing
from dataclasses import KW_ONLY, InitVar, astuple, dataclass, field, fields
from datetime import datetime, timedelta
from enum import Flag, IntFlag, StrEnum, auto, unique
from typing import Final, Generic, NewType, Self, TypeAlias, TypeGuard, TypeVar, assert_never, cast

ItemId = NewType("ItemId", int)
Price: TypeAlias = "int | float"
LIMIT: Final = 3


class Unit(StrEnum):
    PIECE = auto()
    KILO = "kg"


class Right(Flag):
    READ = auto()
    WRITE = auto()
    ADMIN = READ | WRITE


@unique
class Level(IntFlag):
    LOW = 1
    HIGH = 4


@dataclass(slots=True, kw_only=True)
class Item:
    id: ItemId
    name: str
    unit: Unit = Unit.PIECE
    price: float = field(default=1.0, metadata={"currency": "EUR"})
    tags: set[str] = field(default_factory=set)
    vat: InitVar[float] = 0.0

    def __post_init__(self, vat: float):
        self.price = round(self.price * (1 + vat), 2)


@dataclass(frozen=True)
class Move:
    item: ItemId
    amount: int
    _: KW_ONLY
    at: datetime = datetime(2024, 1, 1)

    def __add__(self, other: Self) -> Self:
        if self.item != other.item:
            return NotImplemented
        return type(self)(self.item, self.amount + other.amount, at=max(self.at, other.at))


class Store[K: Hashable, V](MutableMapping[K, V]):
    def __init__(self, *, check: Callable[[V], bool] = bool) -> None:
        self._data: dict[K, V] = {}
        self._check = check

    def __getitem__(self, key: K) -> V:
        return self._data[key]

    def __setitem__(self, key: K, value: V) -> None:
        if not self._check(value):
            raise ValueError(f"{value!r} is not allowed for {key!r}")
        self._data[key] = value

    def __delitem__(self, key: K) -> None:
        del self._data[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __missing__(self, key):
        return 0


def largest[T: (int, float)](*values: T, default: T | None = None) -> T | None:
    return max(values, default=default)


def is_names(values: list[object]) -> TypeGuard[list[str]]:
    return all(isinstance(v, str) for v in values)


async def moves(count: int) -> AsyncIterator[Move]:
    try:
        for n in range(count):
            await asyncio.sleep(0.1)
            yield Move(ItemId(n % 2), n - 2, at=datetime(2024, 1, 1) + timedelta(hours=n))
    finally:
        print("source closed")


async def only[T](source: AsyncIterator[T], keep: Callable[[T], bool]) -> AsyncIterator[T]:
    async for value in source:
        if keep(value):
            yield value


async def main() -> None:
    items = Store[ItemId, Item](check=lambda item: item.price > 0)
    for number, (name, price) in enumerate([("tea", 2.5), ("rice", 1.2)]):
        items[ItemId(number)] = Item(id=ItemId(number), name=name, price=price, vat=0.19, tags={name[0]})
    print(*items.values(), sep="\n")
    try:
        items[ItemId(9)] = Item(id=ItemId(9), name="free", price=0)
    except ValueError as error:
        print(error)
    totals: dict[ItemId, Move] = {}
    async with aclosing(only(moves(10), lambda move: move.amount != 0)) as stream:
        async for move in stream:
            totals[move.item] = totals[move.item] + move if move.item in totals else move
            if sum(abs(m.amount) for m in totals.values()) > LIMIT:
                break
    for move in totals.values():
        print(move, astuple(move)[1], f"{move.at:%H:%M}", hash(move) == hash(copy.copy(move)))
    print(Right.ADMIN, Right.READ in Right.ADMIN, ~Right.READ, Right.READ | Right.WRITE, [*Right], Right(0))
    print(Level.LOW | Level.HIGH, Level(5), repr(Level(2)), Level.HIGH + 1, Unit.KILO.upper(), f"{Unit.KILO:>4}", str(Unit.PIECE))
    print([(f.name, f.metadata.get("currency")) for f in fields(Item)], Item.__slots__, largest(1, 2.5), largest(default=0))
    print(is_names(["a", 1]), Store.__type_params__, Store[int, str], cast(int, "x"), ItemId.__name__, len(items), 5 in items)
    print(items.pop(ItemId(0)).name, items.setdefault(ItemId(0), items[ItemId(1)]).name, dict(items).keys() & {0, 5})
    try:
        Move(ItemId(1), 2).amount = 5
    except AttributeError as error:
        print(type(error).__name__, error)
    try:
        Move(ItemId(1), 1) + Move(ItemId(2), 1)
    except TypeError as error:
        print(error)


asyncio.run(main())
