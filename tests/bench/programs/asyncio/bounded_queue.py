"""50,000 items through a queue that holds ten."""
import asyncio


async def producer(queue):
    for item in range(50_000):
        await queue.put(item)
    await queue.put(None)


async def main():
    queue = asyncio.Queue(maxsize=10)
    task = asyncio.create_task(producer(queue))
    total = 0
    while (item := await queue.get()) is not None:
        total += item
    await task
    print(total)


asyncio.run(main())
