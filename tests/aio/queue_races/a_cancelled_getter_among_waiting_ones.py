import asyncio

async def take(n, q, log):
    log.append((n, await q.get()))

async def main():
    q, log = asyncio.Queue(), []
    tasks = [asyncio.create_task(take(n, q, log)) for n in range(4)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    q.put_nowait('a')
    q.put_nowait('b')
    tasks[2].cancel()
    await asyncio.sleep(0)
    print(log, q)
    await asyncio.sleep(0)
    print(log, q)
    q.put_nowait('c')
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, q)

asyncio.run(main())
