import asyncio


async def work():
    print('never printed')


async def main():
    task = asyncio.create_task(work())
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print('cancelled', repr(error), task.cancelled())


asyncio.run(main())
