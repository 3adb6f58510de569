import asyncio

async def give(name, q):
    try:
        await q.put(name)
        print(name, 'put', q)
    except asyncio.CancelledError:
        print(name, 'cancelled', q)
        raise

async def main():
    q = asyncio.Queue(1)
    q.put_nowait('first')
    tasks = [asyncio.create_task(give(n, q)) for n in 'ab']
    await asyncio.sleep(0)
    print(q.get_nowait())
    tasks[0].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True), q)

asyncio.run(main())
