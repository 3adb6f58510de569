import asyncio


async def slow():
    await asyncio.sleep(2)
    return 'ready'


async def waiter(n, task):
    print(n, await task)


async def main():
    task = asyncio.create_task(slow())
    await asyncio.gather(*(waiter(n, task) for n in range(3)))


asyncio.run(main())
