import asyncio

async def take(q):
    try:
        return await q.get()
    except asyncio.QueueShutDown as exc:
        return repr(exc)

async def give(q, item):
    try:
        await q.put(item)
        return 'put'
    except asyncio.QueueShutDown as exc:
        return repr(exc)

async def main():
    empty, full = asyncio.Queue(), asyncio.Queue(1)
    full.put_nowait('kept')
    tasks = [asyncio.create_task(t) for t in (take(empty), take(empty), give(full, 1), give(full, 2))]
    await asyncio.sleep(0)
    empty.shutdown()
    full.shutdown()
    print(empty, full)
    print(await asyncio.gather(*tasks))
    print(await full.get())
    print(await take(full), await give(full, 3))

asyncio.run(main())
