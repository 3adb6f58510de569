import asyncio

async def main():
    it = asyncio.as_completed([asyncio.sleep(n, n) for n in (3, 1, 2)])
    print(type(it).__name__, iter(it) is it, aiter(it) is it)
    print(await next(it))
    print((await anext(it)).result())
    print(await next(it))
    print(next(it, 'none left'))

asyncio.run(main())
