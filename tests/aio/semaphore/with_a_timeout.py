import asyncio

async def main():
    door = asyncio.Semaphore(1)
    await door.acquire()
    for wait in (0, 1):
        try:
            await asyncio.wait_for(door.acquire(), wait)
        except TimeoutError:
            print('no', door, asyncio.get_running_loop().time())
    asyncio.get_running_loop().call_later(1, door.release)
    try:
        async with asyncio.timeout(1):
            await door.acquire()
            print('in')
    except TimeoutError:
        print('out')
    print(door)

asyncio.run(main())
