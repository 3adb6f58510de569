import asyncio

async def arrive(n, barrier):
    try:
        print(n, await barrier.wait())
    except asyncio.CancelledError:
        print(n, 'cancelled', barrier)

async def main():
    barrier = asyncio.Barrier(2)
    tasks = [asyncio.create_task(arrive(n, barrier)) for n in range(2)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    print(barrier)
    await asyncio.gather(*tasks)
    print(barrier)
    await asyncio.gather(*[arrive(n, barrier) for n in 'xy'])

asyncio.run(main())
