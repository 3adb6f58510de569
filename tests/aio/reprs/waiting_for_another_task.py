import asyncio


async def slow():
    await asyncio.sleep(1)


async def waiter(task):
    await task


async def main():
    a = asyncio.create_task(slow(), name='slow')
    b = asyncio.create_task(waiter(a), name='waiter')
    await asyncio.sleep(0)
    print(a)
    print(b)
    await b


asyncio.run(main())
