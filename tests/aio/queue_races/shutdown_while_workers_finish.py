import asyncio

async def worker(n, q):
    try:
        while True:
            item = await q.get()
            await asyncio.sleep(n)
            print(n, 'did', item)
            q.task_done()
    except asyncio.QueueShutDown:
        print(n, 'goes home', asyncio.get_running_loop().time())

async def main():
    q = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for n in (1, 2):
            group.create_task(worker(n, q))
        for item in 'abcd':
            await q.put(item)
        q.shutdown()
        await q.join()
        print('all done')

asyncio.run(main())
