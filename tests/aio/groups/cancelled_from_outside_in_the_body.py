import asyncio

async def child():
    try:
        await asyncio.sleep(10)
    finally:
        print('child leaves')

async def work():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        try:
            await asyncio.sleep(5)
        finally:
            print('body leaves', group)

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel('from outside')
    print(await asyncio.gather(task, return_exceptions=True), task.cancelling())

asyncio.run(main())
