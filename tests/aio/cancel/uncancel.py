import asyncio


async def work():
    me = asyncio.current_task()
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(me.cancelling(), me.uncancel(), me.cancelling(), me.uncancel())
    await asyncio.sleep(1)
    return 'kept going'


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    task.cancel()
    print(task.cancelling())
    print(await task, task.cancelling())


asyncio.run(main())
