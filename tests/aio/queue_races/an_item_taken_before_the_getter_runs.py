import asyncio

async def take(name, q):
    print(name, await q.get())

async def main():
    q = asyncio.Queue()
    waiting = asyncio.create_task(take('waiting', q))
    await asyncio.sleep(0)
    q.put_nowait(1)
    print('stolen', q.get_nowait(), q)
    await asyncio.sleep(0)
    print(waiting, q)
    q.put_nowait(2)
    await waiting

asyncio.run(main())
