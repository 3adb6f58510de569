import asyncio

async def visit(name, door):
    async with door:
        print(name)

async def main():
    door = asyncio.Semaphore(0)
    line = [asyncio.create_task(visit(n, door)) for n in range(3)]
    await asyncio.sleep(0)
    door.release()
    door.release()
    await visit('late', door)
    door.release()
    await asyncio.gather(*line)
    print(door)

asyncio.run(main())
