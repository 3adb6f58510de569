import asyncio

async def child():
    await asyncio.sleep(10)
    print('child is done')

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        try:
            async with asyncio.timeout(1):
                await asyncio.sleep(5)
        except TimeoutError:
            print('only the body', group)

asyncio.run(main())
