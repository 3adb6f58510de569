import asyncio


async def running_total():
    total = 0
    while True:
        n = yield total
        await asyncio.sleep(n)
        total += n


async def main():
    g = running_total()
    await anext(g)
    for n in (1, 2, 3):
        print(await g.asend(n), asyncio.get_running_loop().time())
    await g.aclose()


asyncio.run(main())
