import asyncio

async def visit(name, door):
    try:
        await door.acquire()
        print(name, 'in')
    except asyncio.CancelledError:
        print(name, 'cancelled', door)
        raise

async def main():
    door = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(visit(n, door)) for n in 'abc']
    await asyncio.sleep(0)
    door.release()
    tasks[0].cancel()
    print(door)
    await asyncio.sleep(0)
    print(door)
    await asyncio.sleep(0)
    door.release()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(door)

asyncio.run(main())
