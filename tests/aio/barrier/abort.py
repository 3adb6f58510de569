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
    print(barrier)
    await barrier.abort()
    print(barrier, barrier.broken, barrier.n_waiting)
    await asyncio.gather(*tasks)
    await arrive('late', barrier)

asyncio.run(main())
