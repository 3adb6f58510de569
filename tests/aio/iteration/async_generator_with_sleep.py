import asyncio


async def ticks(n, pause):
    for i in range(n):
        await asyncio.sleep(pause)
        yield i, asyncio.get_running_loop().time()


async def main():
    async for i, t in ticks(3, 0.5):
        print(i, t)


asyncio.run(main())
