import asyncio


async def f(n):
    await asyncio.sleep(n)
    print('finished', n)
    return n * 10


async def main():
    print(await asyncio.gather(f(3), f(1), f(2)))


asyncio.run(main())
