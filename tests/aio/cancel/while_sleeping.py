import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('caught at', asyncio.get_running_loop().time())
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    print(task.cancel(), task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print('main sees it', task.cancelled())
    print(task.cancel())


asyncio.run(main())
