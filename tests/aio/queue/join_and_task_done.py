import asyncio


async def worker(name, q):
    while True:
        n = await q.get()
        await asyncio.sleep(n)
        print(name, 'finished', n)
        q.task_done()


async def main():
    q = asyncio.Queue()
    for n in (2, 1, 3, 1):
        q.put_nowait(n)
    workers = [asyncio.create_task(worker(n, q)) for n in ('A', 'B')]
    await q.join()
    print('joined at', asyncio.get_running_loop().time())
    for w in workers:
        w.cancel()
    print(await asyncio.gather(*workers, return_exceptions=True))


asyncio.run(main())
