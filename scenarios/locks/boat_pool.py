import asyncio
import contextlib


class BoatPool:
    def __init__(self, *boats):
        self.free = asyncio.Queue()
        for new in boats:
            self.free.put_nowait(new)

    @contextlib.asynccontextmanager
    async def borrow(self):
        boat = await self.free.get()
        try:
            yield boat
        finally:
            self.free.put_nowait(boat)


async def row(name, hours, pool):
    async with pool.borrow() as boat:
        print(f"{name} rows the {boat} boat")
        await asyncio.sleep(hours)
        if name == "Ben":
            raise RuntimeError("a leak")
    print(f"{name} is back")


async def main():
    pool = BoatPool("red", "blue")
    trips = [asyncio.create_task(row(name, hours, pool), name=name)
             for name, hours in (("Ana", 3), ("Ben", 1), ("Cleo", 1))]
    print(await asyncio.gather(*trips, return_exceptions=True))
    print("boats at the pier:", pool.free.qsize())


asyncio.run(main())
