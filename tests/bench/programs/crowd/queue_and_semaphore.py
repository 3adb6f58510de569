"""10,000 tasks, five at a time, put what they have into a queue; one takes it out."""
import asyncio


async def producer(number, places, queue):
    async with places:
        await asyncio.sleep(0.01)
        await queue.put(number)


async def consumer(queue, count):
    total = 0
    while count:
        total += await queue.get()
        count -= 1
    return total


async def main():
    places = asyncio.Semaphore(5)
    queue = asyncio.Queue(3)
    taker = asyncio.create_task(consumer(queue, 10_000))
    await asyncio.gather(*[producer(number, places, queue) for number in range(10_000)])
    print(await taker)


asyncio.run(main())
