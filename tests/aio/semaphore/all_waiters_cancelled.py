import asyncio

async def main():
    door = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(door.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    print(door, door.locked())
    door.release()
    print(door, door.locked())
    await asyncio.sleep(0)
    print(door, await door.acquire(), door)

asyncio.run(main())
