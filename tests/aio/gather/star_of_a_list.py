import asyncio


async def square(n):
    await asyncio.sleep(1 / n)
    return n * n


async def main():
    results = await asyncio.gather(*[square(n) for n in range(1, 6)])
    print(results, sum(results))
    named = dict(zip('abc', await asyncio.gather(*map(square, (1, 2, 3)))))
    print(named)


asyncio.run(main())
