import asyncio

async def main():
    door = asyncio.BoundedSemaphore(2)
    print(door)
    async with door:
        print(door, door.locked())
    try:
        door.release()
    except ValueError as exc:
        print(exc, door)
    await door.acquire()
    await door.acquire()
    print(door)
    waiter = asyncio.create_task(door.acquire())
    await asyncio.sleep(0)
    print(door)
    door.release()
    door.release()
    try:
        door.release()
    except ValueError as exc:
        print(exc, door)
    await waiter
    print(door)

asyncio.run(main())
