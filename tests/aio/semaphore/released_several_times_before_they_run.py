import asyncio

async def visit(n, door):
    await door.acquire()
    print(n, door)

async def main():
    door = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(visit(n, door)) for n in range(4)]
    await asyncio.sleep(0)
    for _ in range(3):
        door.release()
        print(door)
    tasks.append(asyncio.create_task(visit('new', door)))
    await asyncio.sleep(0)
    print(door)
    door.release()
    door.release()
    await asyncio.gather(*tasks)

asyncio.run(main())
