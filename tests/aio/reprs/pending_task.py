import asyncio


async def work():
    print(asyncio.current_task())
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work(), name='job')
    print(task)
    await asyncio.sleep(0)
    print(task)
    await task
    print(task)


asyncio.run(main())
