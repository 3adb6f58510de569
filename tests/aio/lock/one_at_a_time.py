import asyncio


async def worker(name, lock):
    print(name, 'wants')
    async with lock:
        print(name, 'has it', lock.locked())
        await asyncio.sleep(1)
    print(name, 'released')


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(n, lock) for n in 'abc'))
    print(lock.locked(), asyncio.get_running_loop().time())


asyncio.run(main())
