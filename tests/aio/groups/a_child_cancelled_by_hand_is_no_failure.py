import asyncio

async def main():
    async with asyncio.TaskGroup() as group:
        lost = group.create_task(asyncio.sleep(10, 'lost'))
        kept = group.create_task(asyncio.sleep(1, 'kept'))
        await asyncio.sleep(0)
        lost.cancel()
    print(lost, kept.result())

asyncio.run(main())
