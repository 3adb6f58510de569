import asyncio

async def slow():
    for _ in range(2):
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError as exc:
            print('slow', exc.args)

async def work():
    async with asyncio.TaskGroup() as group:
        group.create_task(slow())

async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel('one')
    await asyncio.sleep(1)
    task.cancel('two')
    try:
        await task
    except asyncio.CancelledError as exc:
        print(exc.args, task.cancelling(), asyncio.get_running_loop().time())

asyncio.run(main())
