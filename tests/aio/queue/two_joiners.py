import asyncio


async def joiner(name, q):
    await q.join()
    print(name, 'joined')


async def main():
    q = asyncio.Queue()
    q.put_nowait(1)
    tasks = [asyncio.create_task(joiner(n, q)) for n in 'ab']
    await asyncio.sleep(1)
    await q.get()
    print('got it, not done yet')
    await asyncio.sleep(1)
    q.task_done()
    await asyncio.gather(*tasks)


asyncio.run(main())
