import asyncio


async def work():
    try:
        await asyncio.sleep(5)
    finally:
        print(asyncio.current_task())
        await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work(), name='w')
    await asyncio.sleep(0)
    task.cancel()
    print(task)
    await asyncio.wait([task])


asyncio.run(main())
