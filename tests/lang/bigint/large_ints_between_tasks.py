"""Large ints travel through tasks and queues."""
import asyncio

async def producer(queue):
    n = 1
    for k in range(1, 31):
        n *= k
        if k % 6 == 0:
            await queue.put((k, n))
    await queue.put(None)

async def main():
    queue = asyncio.Queue(2)
    task = asyncio.create_task(producer(queue))
    while (item := await queue.get()) is not None:
        print(f'{item[0]}! = {item[1]:,}')
    await task
    return 2 ** 100

print(asyncio.run(main()))
