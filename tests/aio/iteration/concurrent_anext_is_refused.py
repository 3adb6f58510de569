import asyncio


async def slow():
    yield 1
    await asyncio.sleep(1)
    yield 2


async def step(g):
    return await anext(g)


async def main():
    g = slow()
    await anext(g)
    task = asyncio.create_task(step(g))
    await asyncio.sleep(0)
    try:
        await anext(g)
    except RuntimeError as error:
        print(error)
    print(await task)


asyncio.run(main())
