import asyncio

async def main():
    barrier = asyncio.Barrier(2)
    try:
        await asyncio.wait_for(barrier.wait(), 1)
    except TimeoutError:
        print('alone', barrier, asyncio.get_running_loop().time())
    async with asyncio.timeout(1):
        print(await asyncio.gather(barrier.wait(), barrier.wait()))

asyncio.run(main())
