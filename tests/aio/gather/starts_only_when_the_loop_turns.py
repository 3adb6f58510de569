import asyncio


async def f(n):
    print('start', n)


async def main():
    group = asyncio.gather(f(1), f(2))
    print('not yet')
    await group
    print(group.result())


asyncio.run(main())
