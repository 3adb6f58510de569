"""A bank: locks, conditions, context managers, json statements, decimals."""
from __future__ import annotations

import asyncio
import contextlib
import json
import re
import textwrap
from abc import ABC, abstractmethod
from collections import ChainMap, OrderedDict, namedtuple
from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property, lru_cache, reduce, singledispatch, total_ordering
from operator import attrgetter, itemgetter, methodcaller
from typing import NamedTuple, Protocol, runtime_checkable


class InsufficientFunds(Exception):
    """Not enough money."""


@runtime_checkable
class Auditable(Protocol):
    def audit(self) -> str: ...


class Entry(NamedTuple):
    when: datetime
    text: str
    amount: Decimal = Decimal("0")

    @property
    def signed(self) -> str:
        return f"{self.amount:+.2f}"


@total_ordering
class Account(ABC):
    _numbers = iter(range(100, 1000, 7))

    def __init__(self, owner: str, balance: str | Decimal = "0") -> None:
        self.owner, self.number = owner, next(self._numbers)
        self._balance = Decimal(balance)
        self.entries: list[Entry] = []
        self.lock = asyncio.Lock()
        self.changed = asyncio.Condition(self.lock)

    @property
    def balance(self) -> Decimal:
        return self._balance.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)

    @balance.setter
    def balance(self, value: Decimal) -> None:
        if value < 0:
            raise InsufficientFunds(f"{self.owner} would have {value}")
        self._balance = value

    @abstractmethod
    def interest(self) -> Decimal: ...

    @cached_property
    def label(self) -> str:
        return f"{type(self).__name__}#{self.number}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Account) and self.balance == other.balance

    def __lt__(self, other: Account) -> bool:
        return self.balance < other.balance

    def __repr__(self) -> str:
        return f"<{self.label} of {self.owner}: {self.balance}>"

    def __format__(self, spec: str) -> str:
        return format(str(self.balance), spec or ">10")


class Savings(Account):
    rate = Decimal("0.035")

    def interest(self) -> Decimal:
        return self.balance * self.rate

    def audit(self) -> str:
        return f"{self.label}: {len(self.entries)} entries"


class Checking(Account):
    def interest(self) -> Decimal:
        return Decimal(0)


START = datetime(2024, 2, 28, 23, 59, tzinfo=timezone.utc)


async def transfer(source: Account, target: Account, amount: str, day: int) -> bool:
    first, second = sorted((source, target), key=attrgetter("number"))
    async with first.lock, second.lock:
        await asyncio.sleep(0.01)
        try:
            source.balance -= Decimal(amount)
        except InsufficientFunds as error:
            print("refused:", error)
            return False
        target.balance += Decimal(amount)
        when = START + timedelta(days=day)
        source.entries.append(Entry(when, f"to {target.owner}", -Decimal(amount)))
        target.entries.append(Entry(when, f"from {source.owner}", Decimal(amount)))
        target.changed.notify_all()
        return True


async def wait_for_money(account: Account, least: int) -> str:
    async with account.changed:
        await account.changed.wait_for(lambda: account.balance >= least)
        return f"{account.owner} has {account.balance}"


@singledispatch
def show(value) -> str:
    return f"? {value!r}"


@show.register
def _(value: Decimal) -> str:
    return f"${value:,.2f}"


@show.register(datetime)
def _(value) -> str:
    return value.strftime("%d %b %Y %H:%M")


@show.register
def _(value: list | tuple) -> str:
    return ", ".join(map(show, value))


async def main() -> None:
    ann, bob = Savings("Ann", "1234.567"), Checking("Bob", Decimal("20"))
    waiter = asyncio.create_task(wait_for_money(bob, 100))
    results = await asyncio.gather(*(transfer(*args) for args in [
        (ann, bob, "50.255", 0), (bob, ann, "500", 1), (ann, bob, "49.75", 2)]))
    print(results, await waiter)
    print(ann, bob, max(ann, bob), ann > bob, f"{ann}|{bob:*^12}")
    print([isinstance(account, Auditable) for account in (ann, bob)], ann.audit())
    for entry in ann.entries:
        print(show(entry.when), entry.text.ljust(10), entry.signed, entry._replace(text="x")[1])
    statement = {"owner": ann.owner, "balance": str(ann.balance), "entries": [
        {**entry._asdict(), "when": entry.when.isoformat(), "amount": float(entry.amount)} for entry in ann.entries]}
    text = json.dumps(statement, indent=2, sort_keys=True)
    print(text)
    print(json.loads(text)["entries"][0]["when"], re.findall(r"\d{4}-(\d\d)-(\d\d)", text))
    print(show([ann.interest(), START, "x", None]))
    print(reduce(lambda a, b: a + b, map(itemgetter(2), ann.entries)), list(map(methodcaller("upper"), "ab")))
    defaults = ChainMap({"fee": 1}, {"fee": 2, "tax": 3})
    print(dict(defaults), OrderedDict(sorted(defaults.items(), reverse=True)))
    print(textwrap.fill("All transfers were made in the order in which the locks were had.", 30))
    with contextlib.suppress(TypeError):
        Account("abstract")
    try:
        Account("abstract")
    except TypeError as error:
        print(error)
    print((date(2024, 3, 1) - date(2024, 2, 28)).days, START.date().weekday(), f"{START:%A %H:%M}")


asyncio.run(main())
