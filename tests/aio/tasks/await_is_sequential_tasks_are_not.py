import asyncio


async def step(n):
    await asyncio.sleep(1)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(await step(1), await step(2), loop.time())
    a, b = asyncio.create_task(step(1)), asyncio.create_task(step(2))
    print(await a, await b, loop.time())


asyncio.run(main())
