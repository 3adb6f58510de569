import asyncio

async def main():
    it = asyncio.as_completed([asyncio.sleep(n, n) for n in (2, 1)])
    a, b = next(it), next(it)
    print(await asyncio.gather(b, a))

asyncio.run(main())
