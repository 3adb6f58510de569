import asyncio


async def stage(source, target, change):
    while True:
        item = await source.get()
        if item is None:
            break
        await target.put(change(item))
    await target.put(None)


async def main():
    a, b, c = asyncio.Queue(1), asyncio.Queue(1), asyncio.Queue()
    first = asyncio.create_task(stage(a, b, lambda x: x + 1))
    second = asyncio.create_task(stage(b, c, lambda x: x * 10))
    for i in (1, 2, 3, None):
        await a.put(i)
    await asyncio.gather(first, second)
    while (item := c.get_nowait()) is not None:
        print(item)


asyncio.run(main())
