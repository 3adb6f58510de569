import asyncio

async def arrive(n, barrier):
    async with barrier as place:
        print(n, place, barrier)
        if place == 0:
            print('the first one does the extra work')

async def main():
    barrier = asyncio.Barrier(2)
    await asyncio.gather(arrive('a', barrier), arrive('b', barrier))
    print(await asyncio.Barrier(1).wait())

asyncio.run(main())
