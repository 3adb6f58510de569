import asyncio

async def visit(name, door, rounds):
    for n in range(rounds):
        async with door:
            print(name, n)
            await asyncio.sleep(0)

async def main():
    door = asyncio.Semaphore(1)
    await asyncio.gather(*[visit(name, door, 3) for name in 'abc'])

asyncio.run(main())
