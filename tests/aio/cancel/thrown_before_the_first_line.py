import asyncio


async def never():
    print('not reached')


async def main():
    task = asyncio.create_task(never())
    task.cancel()
    await task


asyncio.run(main())
