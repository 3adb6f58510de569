import asyncio


async def fails(n):
    raise ValueError(n)


async def group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fails(1))
        tg.create_task(fails(2))


async def main():
    task = asyncio.create_task(group(), name='the group')
    await asyncio.wait([task])
    del task
    print('end')


asyncio.run(main())
