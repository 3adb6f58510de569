import asyncio


async def f(n):
    await asyncio.sleep(n / 10)
    return n * n


async def upto(n):
    for i in range(n):
        await asyncio.sleep(0.1)
        yield i


async def main():
    print([await f(n) for n in range(3)], asyncio.get_running_loop().time())
    print([await f(n) async for n in upto(3) if n != 1])
    print({n: await f(n) async for n in upto(2)})


asyncio.run(main())
