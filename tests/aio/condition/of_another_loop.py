import asyncio

cond = asyncio.Condition()

async def first():
    async with cond:
        try:
            await asyncio.wait_for(cond.wait(), 0.5)
        except (TimeoutError, RuntimeError) as exc:
            print(repr(exc))
    await cond.acquire()
    task = asyncio.create_task(cond.wait())
    await asyncio.sleep(0)
    task.cancel()

async def second():
    print(cond)
    try:
        async with cond:
            await cond.wait()
    except RuntimeError as exc:
        print(exc)

asyncio.run(first())
asyncio.run(second())
