import asyncio

async def main():
    q = asyncio.Queue()
    tasks = [asyncio.create_task(q.get()) for _ in range(3)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    q.put_nowait('item')
    print(q)
    await asyncio.sleep(0)
    print(q, [t.cancelled() for t in tasks])

asyncio.run(main())
