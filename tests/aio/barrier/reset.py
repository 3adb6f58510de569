import asyncio

async def arrive(n, barrier):
    try:
        print(n, await barrier.wait())
    except asyncio.BrokenBarrierError as exc:
        print(n, repr(exc))

async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(arrive(n, barrier)) for n in range(2)]
    await asyncio.sleep(0)
    await barrier.reset()
    print(barrier)
    await asyncio.gather(*tasks)
    print(barrier)
    await asyncio.gather(*[arrive(n, barrier) for n in 'abc'])

asyncio.run(main())
