import asyncio

async def main():
    barrier = asyncio.Barrier(2)
    await barrier.abort()
    print(barrier, barrier.broken)
    await barrier.reset()
    print(barrier, barrier.broken)
    print(await asyncio.gather(barrier.wait(), barrier.wait()))

asyncio.run(main())
