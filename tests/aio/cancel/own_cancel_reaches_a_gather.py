import asyncio


async def child(name):
    print(name, 'started')
    await asyncio.sleep(1)


async def work():
    asyncio.current_task().cancel('by myself')
    try:
        await asyncio.gather(child('a'), child('b'))
    except asyncio.CancelledError as error:
        print('work', repr(error))
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
