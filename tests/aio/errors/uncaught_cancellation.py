import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(1)
    task.cancel('not needed')
    await task


print('start')
asyncio.run(main())
