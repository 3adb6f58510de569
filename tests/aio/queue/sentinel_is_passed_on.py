import asyncio


async def worker(name, q):
    while True:
        item = await q.get()
        if item is None:
            await q.put(None)
            break
        print(name, item)
        await asyncio.sleep(0.1)
    print(name, 'out')


async def main():
    q = asyncio.Queue()
    for i in range(5):
        q.put_nowait(i)
    q.put_nowait(None)
    await asyncio.gather(*(worker(n, q) for n in 'xy'))


asyncio.run(main())
