import asyncio


async def putter(name, q):
    await q.put(name)
    print(name, 'is in')


async def main():
    q = asyncio.Queue(1)
    q.put_nowait('first')
    tasks = [asyncio.create_task(putter(n, q)) for n in 'abc']
    await asyncio.sleep(0)
    while not q.empty():
        print('out', q.get_nowait())
        await asyncio.sleep(1)
    await asyncio.gather(*tasks)


asyncio.run(main())
