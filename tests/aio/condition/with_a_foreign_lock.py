import asyncio

async def wait(n, cond):
    async with cond:
        await cond.wait()
        print(n)

async def main():
    lock = asyncio.Lock()
    full, empty = asyncio.Condition(lock), asyncio.Condition(lock=lock)
    tasks = [asyncio.create_task(wait('full', full)), asyncio.create_task(wait('empty', empty))]
    await asyncio.sleep(0)
    async with lock:
        print(full, empty, lock)
        full.notify()
        empty.notify()
    await asyncio.gather(*tasks)
    print(full.locked(), lock.locked())

asyncio.run(main())
