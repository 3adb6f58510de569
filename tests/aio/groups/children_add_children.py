import asyncio

async def grow(group, depth):
    await asyncio.sleep(1)
    print('depth', depth, asyncio.current_task().get_name())
    if depth:
        group.create_task(grow(group, depth - 1), name=f'level {depth - 1}')

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(grow(group, 3))
    print(asyncio.get_running_loop().time(), group)

asyncio.run(main())
