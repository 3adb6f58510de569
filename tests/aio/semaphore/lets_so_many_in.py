import asyncio

async def visit(n, door):
    async with door:
        print(n, 'in at', asyncio.get_running_loop().time(), door)
        await asyncio.sleep(1)

async def main():
    door = asyncio.Semaphore(2)
    await asyncio.gather(*[visit(n, door) for n in range(5)])
    print(door)

asyncio.run(main())
