import asyncio


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), event)
    try:
        await asyncio.wait_for(event.wait(), 1)
    except TimeoutError:
        print('timeout')


asyncio.run(main())
