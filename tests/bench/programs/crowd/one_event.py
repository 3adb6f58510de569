"""10,000 tasks wait for one event, while the one that will set it works."""
import asyncio


async def waiter(start, number):
    await start.wait()
    return number


async def starter(start):
    for turn in range(2000):
        late = turn * 3
        await asyncio.sleep(0.001)
    start.set()
    return late


async def main():
    start = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for number in range(10_000):
            group.create_task(waiter(start, number))
        group.create_task(starter(start))


asyncio.run(main())
