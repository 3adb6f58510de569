import asyncio

async def arrive(n, barrier):
    try:
        await asyncio.sleep(n)
        if n == 2:
            await barrier.abort()
            raise ValueError('no')
        return await barrier.wait()
    except asyncio.BrokenBarrierError as exc:
        return repr(exc)

async def main():
    barrier = asyncio.Barrier(4)
    print(await asyncio.gather(*[arrive(n, barrier) for n in range(4)], return_exceptions=True))
    print(barrier)

asyncio.run(main())
