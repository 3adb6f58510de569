import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except Exception:
        print('never')
    else:
        print('never')


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__[1].__name__)


asyncio.run(main())
