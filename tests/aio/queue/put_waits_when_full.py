import asyncio


async def producer(q):
    for i in range(4):
        await q.put(i)
        print('put', i, 'at', asyncio.get_running_loop().time(), 'size', q.qsize())


async def main():
    q = asyncio.Queue(maxsize=2)
    task = asyncio.create_task(producer(q))
    for _ in range(4):
        await asyncio.sleep(1)
        print('took', await q.get())
    await task


asyncio.run(main())
