import asyncio

lock = asyncio.Lock()


async def holds():
    async with lock:
        waiter = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
    await waiter
    lock.release()


async def again():
    await lock.acquire()
    try:
        await lock.acquire()
    except RuntimeError as error:
        print(error)


asyncio.run(holds())
asyncio.run(again())
