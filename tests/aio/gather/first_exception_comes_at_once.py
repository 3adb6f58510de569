import asyncio


async def good(n):
    await asyncio.sleep(n)
    print('good', n)
    return n


async def bad(n):
    await asyncio.sleep(n)
    raise ValueError(n)


async def main():
    try:
        await asyncio.gather(good(1), bad(2), good(3), bad(4))
    except ValueError as error:
        print('caught', error)
    await asyncio.sleep(5)
    print('end')


asyncio.run(main())
