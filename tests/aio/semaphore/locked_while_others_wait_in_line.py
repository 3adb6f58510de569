import asyncio

async def visit(name, door):
    await door.acquire()
    print(name, door.locked())

async def main():
    door = asyncio.Semaphore(1)
    await door.acquire()
    first = asyncio.create_task(visit('first', door))
    await asyncio.sleep(0)
    print(door, door.locked())
    door.release()
    door.release()
    print(door, door.locked(), door._value)
    second = asyncio.create_task(visit('second', door))
    await asyncio.gather(first, second)
    print(door)

asyncio.run(main())
