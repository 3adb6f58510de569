import asyncio

async def visit(name, door):
    await door.acquire()
    print(name, 'in')

async def main():
    door = asyncio.Semaphore(0)
    a, b = [asyncio.create_task(visit(n, door)) for n in 'ab']
    await asyncio.sleep(0)
    print(door)
    a.cancel()
    await asyncio.sleep(0)
    print(door)
    door.release()
    await b
    print(a.cancelled(), door)

asyncio.run(main())
