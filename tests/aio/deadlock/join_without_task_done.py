import asyncio


async def consumer(q):
    while True:
        print('got', await q.get())


async def main():
    q = asyncio.Queue()
    task = asyncio.create_task(consumer(q))
    for i in range(2):
        q.put_nowait(i)
    await q.join()
    print('never')


asyncio.run(main())
