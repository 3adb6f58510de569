import asyncio


async def work():
    try:
        await asyncio.sleep(1)
        print('slept')
    except asyncio.CancelledError:
        print('cancelled')
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    print('same instant', task.cancel())
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
