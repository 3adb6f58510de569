import asyncio

async def give(q, items):
    for item in items:
        await q.put(item)
        print('put', item)

async def take(q, count):
    for _ in range(count):
        print('got', await q.get())

async def main():
    q = asyncio.Queue(1)
    await asyncio.gather(give(q, 'abc'), take(q, 2), give(q, 'xyz'), take(q, 4))

asyncio.run(main())
