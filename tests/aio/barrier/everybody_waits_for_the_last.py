import asyncio

async def arrive(n, barrier):
    await asyncio.sleep(n)
    place = await barrier.wait()
    print(n, 'was', place, 'at', asyncio.get_running_loop().time())

async def main():
    barrier = asyncio.Barrier(3)
    print(barrier, barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.gather(*[arrive(n, barrier) for n in range(3)])
    print(barrier)

asyncio.run(main())
