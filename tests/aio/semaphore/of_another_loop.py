import asyncio

door = asyncio.Semaphore(1)

async def first():
    await door.acquire()
    task = asyncio.create_task(door.acquire())
    await asyncio.sleep(0)
    task.cancel()

async def second():
    try:
        await door.acquire()
    except RuntimeError as exc:
        print(exc)
    door.release()
    print(await door.acquire())

asyncio.run(first())
asyncio.run(second())
