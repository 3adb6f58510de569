import asyncio


async def main():
    lifo, heap = asyncio.LifoQueue(), asyncio.PriorityQueue()
    for x in (2, 3, 1):
        await lifo.put(x)
        await heap.put((x, f'item {x}'))
    print([lifo.get_nowait() for _ in range(3)])
    print([heap.get_nowait() for _ in range(3)])


asyncio.run(main())
