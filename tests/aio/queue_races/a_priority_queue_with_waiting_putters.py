import asyncio

async def main():
    q = asyncio.PriorityQueue(2)
    tasks = [asyncio.create_task(q.put(n)) for n in (5, 3, 4, 1)]
    await asyncio.sleep(0)
    print(q)
    print([await q.get() for _ in range(4)])
    await asyncio.gather(*tasks)
    lifo = asyncio.LifoQueue(1)
    tasks = [asyncio.create_task(lifo.put(n)) for n in 'abc']
    print([await lifo.get() for _ in range(3)])

asyncio.run(main())
