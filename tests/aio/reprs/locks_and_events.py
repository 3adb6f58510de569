import asyncio


async def main():
    lock, event = asyncio.Lock(), asyncio.Event()
    print(lock, event)
    await lock.acquire()
    tasks = [asyncio.create_task(lock.acquire()), asyncio.create_task(lock.acquire()), asyncio.create_task(event.wait())]
    await asyncio.sleep(0)
    print(lock, event)
    event.set()
    print(event)
    for t in tasks:
        t.cancel()
    await asyncio.wait(tasks)


asyncio.run(main())
