import asyncio


async def good(n):
    await asyncio.sleep(n)
    return n


async def bad(n):
    await asyncio.sleep(n)
    raise ValueError(n)


async def main():
    print(await asyncio.gather(good(2), bad(1), good(0), bad(3), return_exceptions=True))


asyncio.run(main())
