import asyncio
import bisect
import heapq
import math
import operator
import random
import re
import statistics
import string
import sys
from collections import Counter, deque
from fractions import Fraction
from itertools import (accumulate, batched, chain, combinations, compress, count, cycle, dropwhile, groupby, islice,
                       pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)
from typing import Generator, Iterator, Literal, TypedDict, Union, overload

TEXT = """The quick brown fox jumps over the lazy dog.
A journey of a thousand miles begins with a single step!
To be, or not to be: that is the question?"""


class Stats(TypedDict, total=False):
    words: int
    longest: str
    mean: float


type Token = tuple[Literal["num", "op", "name"], str]
TOKENS = re.compile(r"\s*(?:(?P<num>\d+(?:\.\d+)?)|(?P<name>[a-z]\w*)|(?P<op>[-+*/()^=]))")


def tokens(source: str) -> Iterator[Token]:
    position = 0
    while position < len(source):
        if not (found := TOKENS.match(source, position)):
            raise SyntaxError(f"bad character {source[position]!r} at {position}")
        position = found.end()
        yield found.lastgroup, found.group(found.lastgroup)


class Parser:
    LEVELS = ({"+": operator.add, "-": operator.sub}, {"*": operator.mul, "/": operator.truediv})

    def __init__(self, source: str, names: dict[str, float] | None = None):
        self.tokens = deque(tokens(source))
        self.names = names or {}

    def peek(self, *wanted: str) -> bool:
        return bool(self.tokens) and self.tokens[0][1] in wanted

    def parse(self, level: int = 0):
        if level == len(self.LEVELS):
            return self.atom()
        left = self.parse(level + 1)
        while self.peek(*self.LEVELS[level]):
            _, op = self.tokens.popleft()
            left = self.LEVELS[level][op](left, self.parse(level + 1))
        return left

    def atom(self):
        match self.tokens.popleft() if self.tokens else None:
            case ("num", text) if "." in text:
                return float(text)
            case ("num", text):
                return int(text)
            case ("name", name):
                try:
                    return self.names[name]
                except KeyError:
                    raise NameError(f"name {name!r} is unknown") from None
            case ("op", "("):
                value = self.parse()
                match self.tokens.popleft() if self.tokens else None:
                    case (_, ")"):
                        return value
                    case other:
                        raise SyntaxError(f"expected ), not {other}")
            case ("op", "-"):
                return -self.atom()
            case None:
                raise SyntaxError("unexpected end")
            case unknown:
                raise SyntaxError(f"unexpected {unknown}")


def describe(value):
    match value:
        case bool() | None:
            return "flag"
        case int(n) | float(n) if n < 0:
            return f"negative {n}"
        case [] | ():
            return "empty"
        case [x] | (x,):
            return f"one {x}"
        case [first, *rest, last] if len(rest) > 2:
            return f"{first}..{last} ({len(rest)} between)"
        case {"type": "point", "x": x, "y": y, **other}:
            return f"point {x},{y} {other}"
        case str() as text:
            return text.title()
        case Counter():
            return "counter"
        case _:
            return type(value).__name__


async def count_words(line: str) -> Stats:
    await asyncio.sleep(len(line) / 1000)
    words = re.sub(rf"[{re.escape(string.punctuation)}]", "", line.lower()).split()
    return Stats(words=len(words), longest=max(words, key=len), mean=round(statistics.fmean(map(len, words)), 3))


async def main():
    for stats in await asyncio.gather(*map(count_words, TEXT.splitlines())):
        print(stats)
    letters = Counter(filter(str.isalpha, TEXT.casefold()))
    print(letters.most_common(3), letters.total(), sum((letters & Counter("zebra")).values()))
    for source in ("1 + 2 * 3", "(1 + 2) * 3 / 4.5", "x * -(y - 1)", "2 $ 3", "(1", "z", "1 +"):
        try:
            print(source, "=", Parser(source, {"x": 4, "y": Fraction(1, 3)}).parse())
        except (SyntaxError, NameError) as error:
            print(source, "->", type(error).__name__, error)
    for value in (True, -3, 2.5, [], [7], range(3), list("abcdef"), {"type": "point", "x": 1, "y": 2, "z": 3},
                  "two words", {1}, letters):
        print(describe(value), end="; ")
    print()
    print({k: [*g] for k, g in groupby(sorted(["apple", "fig", "kiwi", "plum", "pear"], key=len), len)})
    print(list(accumulate(range(1, 6), operator.mul)), list(batched("abcdefg", 3)), list(pairwise("abc")))
    print(*zip_longest("ab", range(3), fillvalue="-"), *islice(cycle("xy"), 3), *compress("abcd", [1, 0, 1]))
    print(list(takewhile(lambda n: n < 3, count())), list(dropwhile(str.isspace, "  a ")), len([*product("ab", repeat=3)]))
    print([*starmap(pow, [(2, 3), (3, 2)])], len(list(permutations("abcd", 2))), [*chain.from_iterable(["ab", "c"])])
    print(heapq.nsmallest(3, [5, 1, 4, 2]), heapq.merge([1, 4], [2, 3]) and [*heapq.merge([1, 4], [2, 3])])
    grades = [60, 70, 80, 90]
    print(["FDCBA"[bisect.bisect(grades, score)] for score in (33, 60, 77, 89, 100)])
    data = [2.5, 3.25, 5.5, 11.25, 11.75]
    print(statistics.mean(data), statistics.median(data), round(statistics.stdev(data), 4), math.isclose(0.1 + 0.2, 0.3))
    print(math.gcd(12, 18), math.lcm(4, 6), math.comb(5, 2), math.hypot(3, 4), math.prod([2, 3]), f"{math.tau:.4f}")
    random.seed(7)
    print(random.sample(range(10), 3), random.choices("ab", k=4), f"{random.random():.6f}", random.randrange(0, 100, 5))
    print(string.Template("$who owes $$${amount}").substitute(who="Ann", amount=5), "{0[1]} {x.real:>5}".format("ab", x=3))
    print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.split(r"[,;]\s*", "a, b;c"), bool(re.fullmatch("a+", "aaa")))
    print("%-5s|%05d|%+.1e|%x|%%" % ("ab", 42, 12345.678, 255), f"{1234567.891:_.1f} {255:#x} {5:03b} {0.25:%} {'é':>3}")


asyncio.run(main())
