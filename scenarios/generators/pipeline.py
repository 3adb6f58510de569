import asyncio


async def river():
    for thing in ("leaves", "gold", "stones", "gold"):
        await asyncio.sleep(1)
        print(f"the river brings {thing}")
        yield thing


async def sieve(source, wanted):
    async for thing in source:
        if thing == wanted:
            yield thing


async def counted(source):
    number = 0
    async for thing in source:
        number += 1
        yield f"{thing} number {number}"


async def main():
    async for find in counted(sieve(river(), "gold")):
        print("main gets", find)


asyncio.run(main())
