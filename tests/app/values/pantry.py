import asyncio
from dataclasses import dataclass


@dataclass
class Jar:
    what: str
    grams: int


class Shelf:
    def __init__(self, *jars):
        self.jars = list(jars)
        self.notes = "The jars stand in the order in which they were filled, and the oldest one is eaten first. " * 6

    def __repr__(self):
        return f"<shelf of {len(self.jars)}>"


async def count(shelf):
    weights = {jar.what: jar.grams for jar in shelf.jars}
    first = shelf.jars[0]
    numbers = list(range(60))
    await asyncio.sleep(1)
    print(sum(weights.values()), first, len(numbers))


async def main():
    cellar = Shelf(Jar("plum", 450), Jar("quince", 300))
    letter = cellar.notes
    await asyncio.create_task(count(cellar), name="count")
    print(len(letter))


asyncio.run(main())
