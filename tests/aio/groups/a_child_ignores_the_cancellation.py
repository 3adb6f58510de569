import asyncio

async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(3)
        return 'stayed'

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(child())
            await asyncio.sleep(0)
            raise KeyError
    except* KeyError:
        print(task, asyncio.get_running_loop().time())

asyncio.run(main())
