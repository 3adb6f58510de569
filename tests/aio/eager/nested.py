import asyncio

async def nest(depth):
    print(' ' * depth, 'in', depth)
    if depth < 3:
        task = asyncio.create_task(nest(depth + 1))
        if depth % 2:
            await asyncio.sleep(0)
        await task
    print(' ' * depth, 'out', depth)

async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    await asyncio.create_task(nest(0))

asyncio.run(main())
