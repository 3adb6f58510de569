import asyncio


async def consumer(q):
    print('waiting')
    print('got', await q.get(), asyncio.get_running_loop().time())


async def main():
    q = asyncio.Queue()
    task = asyncio.create_task(consumer(q))
    await asyncio.sleep(2)
    print('putting')
    await q.put('item')
    print('put returned')
    await task


asyncio.run(main())
