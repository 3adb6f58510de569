import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    finally:
        print('closing')
        await asyncio.sleep(2)
        print('closed at', asyncio.get_running_loop().time())


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print(task.cancelled())


asyncio.run(main())
