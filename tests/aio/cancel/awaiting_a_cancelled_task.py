import asyncio


async def waiter(task):
    try:
        await task
    except asyncio.CancelledError:
        print('the task I waited for was cancelled', asyncio.current_task().cancelling())
        return 'survived'


async def main():
    task = asyncio.create_task(asyncio.sleep(10))
    w = asyncio.create_task(waiter(task))
    await asyncio.sleep(1)
    task.cancel()
    print(await w)


asyncio.run(main())
