import asyncio


async def broken(lock):
    async with lock:
        raise ValueError('in the lock')


async def main():
    lock = asyncio.Lock()
    print(await asyncio.gather(broken(lock), broken(lock), return_exceptions=True), lock.locked())


asyncio.run(main())
