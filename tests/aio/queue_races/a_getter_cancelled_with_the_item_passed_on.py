import asyncio

async def take(name, q):
    try:
        print(name, await q.get())
    except asyncio.CancelledError:
        print(name, 'cancelled', q)
        raise

async def main():
    q = asyncio.Queue()
    tasks = [asyncio.create_task(take(n, q)) for n in 'ab']
    await asyncio.sleep(0)
    q.put_nowait('item')
    tasks[0].cancel()
    print(q)
    print(await asyncio.gather(*tasks, return_exceptions=True))

asyncio.run(main())
