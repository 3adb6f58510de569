import asyncio

async def arrive(n, barrier):
    try:
        print(n, await barrier.wait())
    except asyncio.BrokenBarrierError as exc:
        print(n, repr(exc), barrier)

async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(arrive(n, barrier)) for n in range(3)]
    await asyncio.sleep(0)
    print(barrier)
    await barrier.reset()
    print(barrier)
    await asyncio.gather(*tasks)
    print(barrier)

asyncio.run(main())
