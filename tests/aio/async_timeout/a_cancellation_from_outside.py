import asyncio
from async_timeout import timeout


async def work():
    async with timeout(5) as cm:
        try:
            await asyncio.sleep(10)
        finally:
            print('expired:', cm.expired)


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')


asyncio.run(main())
