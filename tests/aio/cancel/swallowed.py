import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('no')
    await asyncio.sleep(1)
    return 'finished'


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())


asyncio.run(main())
