import asyncio

async def critical():
    await asyncio.sleep(2)
    return 'kept'

async def careful():
    inner = asyncio.ensure_future(critical())
    while True:
        try:
            return await asyncio.shield(inner)
        except asyncio.CancelledError as exc:
            print('not now', exc.args)

async def main():
    task = asyncio.create_task(careful())
    for n in range(2):
        await asyncio.sleep(0.5)
        task.cancel(n)
    print(await task, task.cancelling())

asyncio.run(main())
