import asyncio

async def job(n):
    await asyncio.sleep(n)
    if n == 2:
        raise ValueError(n)
    return n

async def main():
    for one in asyncio.as_completed([job(1), job(2), job(3)]):
        try:
            print(await one)
        except ValueError as exc:
            print(repr(exc))

asyncio.run(main())
