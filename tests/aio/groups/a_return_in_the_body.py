import asyncio

async def work():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(2))
        return 'returned', asyncio.get_running_loop().time()

async def loops():
    for n in range(3):
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(1))
            if n == 1:
                break
    print('broke at', asyncio.get_running_loop().time())

async def main():
    print(await work(), asyncio.get_running_loop().time())
    await loops()

asyncio.run(main())
