import asyncio


async def late(lock):
    async with lock:
        print('late has it')


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    waiting = asyncio.create_task(late(lock))
    await asyncio.sleep(0)
    lock.release()
    print('released, locked:', lock.locked())
    await lock.acquire()
    print('main has it again')
    lock.release()
    await waiting


asyncio.run(main())
