import asyncio


async def main():
    q = asyncio.Queue(1)
    q.put_nowait(1)
    task = asyncio.create_task(q.put(2))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), q.qsize(), q.get_nowait())
    await q.put(3)
    print(q.get_nowait())


asyncio.run(main())
