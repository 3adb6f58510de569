import asyncio


async def producer(queue):
    for n in range(3):
        await queue.put(n)
        print('put', n)


async def main():
    queue = asyncio.Queue(maxsize=2)
    await producer(queue)


asyncio.run(main())
