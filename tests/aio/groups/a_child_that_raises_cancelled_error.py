import asyncio

async def child():
    raise asyncio.CancelledError('by hand')

async def main():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(child())
        other = group.create_task(asyncio.sleep(1, 'fine'))
    print(task.cancelled(), other.result())

asyncio.run(main())
