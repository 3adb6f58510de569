import asyncio


async def worker(name, lock):
    try:
        async with lock:
            print(name, 'in')
    except asyncio.CancelledError:
        print(name, 'cancelled')
        raise


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    a, b = (asyncio.create_task(worker(n, lock)) for n in 'ab')
    await asyncio.sleep(0)
    lock.release()
    a.cancel()
    await asyncio.wait([a, b])
    print(lock.locked())


asyncio.run(main())
