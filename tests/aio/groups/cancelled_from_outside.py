import asyncio

async def child(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as exc:
        print('child', n, exc.args)
        raise

async def work():
    async with asyncio.TaskGroup() as group:
        group.create_task(child(1))
        group.create_task(child(2))

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel('stop')
    try:
        await task
    except asyncio.CancelledError as exc:
        print('main', exc.args, task)

asyncio.run(main())
