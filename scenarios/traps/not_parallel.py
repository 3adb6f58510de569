import asyncio


async def pages(count):
    for page in range(1, count + 1):
        await asyncio.sleep(2)
        yield page


async def load(page):
    await asyncio.sleep(2)
    return page


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    async for page in pages(3):
        print(f"page {page} at {loop.time() - start:.0f}")
    start = loop.time()
    for page in await asyncio.gather(*[load(n) for n in (1, 2, 3)]):
        print(f"page {page} at {loop.time() - start:.0f}")


asyncio.run(main())
