import asyncio

q = asyncio.Queue()

async def first():
    task = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    task.cancel()

async def second():
    try:
        await q.get()
    except RuntimeError as exc:
        print(exc)
    q.put_nowait(1)
    print(await q.get())

asyncio.run(first())
asyncio.run(second())
